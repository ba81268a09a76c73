"""How long pages take that are made, against an empty page of Wagtail: `python made.py`, addresses as JSON on stdin.

In one process, by Django's test client. Four figures of each page: what it says being kept, but no whole page, for
anybody and for somebody who is logged in; made anew, with sizes of pictures and addresses remembered; and all caches
empty. Prints them as JSON.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = 60
FEW_ROUNDS = 15
# What `wagtail start` sets up.
STOCK = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]


def main(addresses: dict[str, str]) -> None:
    """Measure and print."""
    settings.TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
    django.setup()
    from django.contrib.auth import get_user_model

    empty_address = addresses.pop("empty")
    anybody, reader = _client(), _client()
    reader.force_login(get_user_model().objects.create_user("bench"))
    with override_settings(MIDDLEWARE=STOCK):
        empty = _client()
        empty.handler.load_middleware()
    with _no_whole_pages():
        kept = _times(anybody, addresses, empty, empty_address, ROUNDS)
        known = _times(reader, addresses, empty, empty_address, ROUNDS)
        with _nothing_kept():
            anew = _times(anybody, addresses, empty, empty_address, FEW_ROUNDS)
            cold = _times(anybody, addresses, empty, empty_address, FEW_ROUNDS, before=_forget)
    print(json.dumps({"kept": kept, "known": known, "anew": anew, "cold": cold}))


def _client() -> Client:
    host = settings.SITE_URL.partition("//")[2]
    return Client(SERVER_NAME=host.partition(":")[0], SERVER_PORT=host.partition(":")[2] or "80")


def _times(
    client: Client,
    addresses: dict[str, str],
    empty: Client,
    empty_address: str,
    rounds: int,
    before: Callable[[], None] = lambda: None,
) -> dict[str, dict[str, float]]:
    """Return by name the queries, the median milliseconds, and how many times as long as the empty page that is.

    The empty page is asked for beside each, so that both meet the machine in the same mood.
    """
    found = {}
    for name, address in addresses.items():
        _milliseconds(client, address)
        _milliseconds(empty, empty_address)
        pairs = []
        for _ in range(rounds):
            before()
            taken = _milliseconds(client, address)
            pairs.append((taken, _milliseconds(empty, empty_address)))
        before()
        with CaptureQueriesContext(connection) as captured:
            _milliseconds(client, address)
        page, other = (statistics.median(times) for times in zip(*pairs, strict=True))
        found[name] = {"queries": len(captured), "ms": page, "empty": other, "times": page / other}
    return found


def _milliseconds(client: Client, address: str) -> float:
    begun = time.perf_counter()
    response = client.get(address)
    taken = (time.perf_counter() - begun) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")
    return taken


def _forget() -> None:
    for name in caches:
        caches[name].clear()


@contextmanager
def _no_whole_pages() -> Iterator[None]:
    from qnwellness.answers import middleware

    with _replaced(middleware, "store"):
        yield


@contextmanager
def _nothing_kept() -> Iterator[None]:
    from qnwellness.answers import fragments

    with _replaced(fragments, "fragments"):
        yield


@contextmanager
def _replaced(module: Any, name: str) -> Iterator[None]:
    """Have a module use a store that keeps nothing."""
    from qnwellness.answers.store import Store

    before = getattr(module, name)
    setattr(module, name, Store(0, 0, 0, lambda parts, since: True))
    try:
        yield
    finally:
        setattr(module, name, before)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(json.load(sys.stdin))
