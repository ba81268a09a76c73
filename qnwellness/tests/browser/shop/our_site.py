"""Our site as the shop meets it: well, killed, slow, ill, or telling lies."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from .server import Answer, Server

SCRIPT = "/embed/related-articles.js"
SOURCE = Path(__file__).resolve().parents[4] / "blog/embed/related-articles.js"
FOR_ALL = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
_OWN = {"content-length", "content-type", "connection", "transfer-encoding", "server", "date"}


def api(handle: str) -> str:
    """Return the address of a product's list."""
    return f"/api/v1/products/{handle}/related-articles/"


def as_json(value: Any, **fields: Any) -> Answer:
    """Return an answer of the API with this value."""
    return Answer(json.dumps(value).encode(), "application/json; charset=utf-8", headers=FOR_ALL, **fields)


def article(number: int = 1, **fields: Any) -> dict[str, Any]:
    """Return an article as the API gives it, with some fields replaced."""
    url = f"https://our-site.example/blog/article-{number}/"
    return {
        "title": f"Article {number}",
        "url": url,
        "section": {"title": f"Section {number}", "url": f"{url}#section"},
        "standfirst": "What it says.",
        "image": None,
        "published": "2026-11-01T09:00:00+08:00",
        "reading_minutes": 8,
        "mention": "callout",
        **fields,
    }


def of(*articles: Any, **fields: Any) -> Answer:
    """Return the API's answer with these articles."""
    product = {"handle": "tonic", "name": "Tonic", "url": "https://our-site.example/products/tonic/"}
    return as_json({"product": product, "count": len(articles), "articles": list(articles)}, **fields)


@contextmanager
def our_site(answers: dict[str, Answer] | None = None, behind: str = "") -> Iterator[Server]:
    """Yield our site: it gives the `answers` by path, whatever the query, and all else as the site `behind` would.

    Without a site behind it knows the element's script only. The dictionary may change while it runs.
    """
    told = {} if answers is None else answers

    def answering(path: str, headers: dict[str, str]) -> Answer:
        plain = path.partition("?")[0]
        if plain in told:
            return told[plain]
        if behind:
            return _passed_on(behind + path, headers)
        if plain == SCRIPT:
            return Answer(SOURCE.read_bytes(), "text/javascript; charset=utf-8", headers=FOR_ALL)
        return as_json(
            {"error": {"code": "unknown_product", "message": "No product has this key."}}, status=404
        )

    with Server(answering) as server:
        yield server


def _passed_on(url: str, headers: dict[str, str]) -> Answer:
    kept = {
        name: value
        for name, value in headers.items()
        if name.lower() not in {"connection", "accept-encoding"}
    }
    try:
        response = urlopen(Request(url, headers=kept), timeout=20)  # noqa: S310 - our own server
    except HTTPError as error:
        response = error
    with response:
        others = {name: value for name, value in response.headers.items() if name.lower() not in _OWN}
        return Answer(response.read(), response.headers.get("Content-Type", ""), response.status, others)
