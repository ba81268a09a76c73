"""A site as production serves it, by two gunicorns that share a database and Redis."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from qnwellness.tests.browser.serving import free_port
from qnwellness.tests.made_site import HOST, ROOT, make_site, run

if TYPE_CHECKING:
    import psycopg

SECONDS_TO_START = 60


class Reader:
    """Somebody with cookies, who asks now one server and now the other, as behind a balancer."""

    def __init__(self, addresses: list[str]) -> None:
        self._addresses = addresses
        self._cookies: dict[str, str] = {}

    def get(self, server: int, path: str) -> tuple[HTTPResponse, str]:
        """Return the answer of a server, and its text."""
        return self._ask(server, "GET", path)

    def post(self, server: int, path: str, **fields: str) -> tuple[HTTPResponse, str]:
        """Fill in the form at a path and send it; return the answer, redirects not being followed."""
        return self.send(server, path, self.get(server, path)[1], **fields)

    def send(self, server: int, path: str, page: str, **fields: str) -> tuple[HTTPResponse, str]:
        """Fill in the form of a page that was got before, and send it to a path."""
        form = BeautifulSoup(page, "html.parser").select_one("main form")
        filled = {
            field["name"]: field.get("value", "") for field in form.select("input[name]:not([type=file])")
        }
        for choice in form.select("select[name]"):
            chosen = choice.select_one("option[selected]") or choice.option
            filled[choice["name"]] = chosen["value"]
        return self._ask(server, "POST", path, urlencode(filled | fields))

    def _ask(self, server: int, method: str, path: str, body: str | None = None) -> tuple[HTTPResponse, str]:
        # By hand: who is asked is a port of this machine, and who is meant is a shop with https.
        line = HTTPConnection(urlsplit(self._addresses[server]).netloc, timeout=30)
        headers = {"Host": HOST, "X-Forwarded-Proto": "https", "Referer": f"https://{HOST}{path}"}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, body, headers)
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        for header in answer.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        return answer, text


class Site:
    """The two servers. `env` is what they are told beside what production always is."""

    def __init__(self, factory: pytest.TempPathFactory, **env: str) -> None:
        folder = factory.mktemp("site")
        self.env = make_site(factory, folder, **env)
        self.servers: list[subprocess.Popen] = []
        self.addresses: list[str] = []
        for number in range(2):
            self._serve(folder / f"server-{number}.log")

    def run(self, *command: str) -> str:
        """Run Python in a third process, as a schedule or a command would be, and return what it says."""
        return run(self.env, *command)

    def reader(self, *addresses: str) -> Reader:
        """Return somebody neither server knows yet, who asks the two servers, or whoever listens at these addresses."""
        return Reader(list(addresses) or self.addresses)

    def get(self, path: str) -> list[tuple[str, str]]:
        """Return what each server says at a path: its ETag, and the page."""
        answers = [self.reader().get(server, path) for server in range(2)]
        assert [answer.status for answer, _page in answers] == [200, 200]
        return [(answer.headers["ETag"], page) for answer, page in answers]

    def stop(self) -> None:
        """End both servers."""
        for server in self.servers:
            server.terminate()
        for server in self.servers:
            server.wait(20)

    def _serve(self, log: Path) -> None:
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "qnwellness.wsgi"]
        with log.open("w") as output:
            server = subprocess.Popen(command, cwd=ROOT, env=self.env, stdout=output, stderr=output)
        self.servers.append(server)
        self.addresses.append(f"http://127.0.0.1:{port}")
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until and server.poll() is None:
            with suppress(OSError):
                self.reader().get(len(self.servers) - 1, "/healthz")
                return
            time.sleep(0.1)
        raise AssertionError(log.read_text())


@contextmanager
def a_database() -> Iterator[dict[str, str]]:
    """Yield the variables that name a database for a site, of the kind the tests run on: none for SQLite."""
    if connection.vendor == "sqlite":
        yield {}
        return
    name = f"two_servers_{uuid4().hex[:8]}"
    with _server() as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield {"DATABASE_URL": urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()}
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def outage(url: str) -> Iterator[None]:
    """Have the database at an address of PostgreSQL drop all its connections and take none."""
    name = urlsplit(url).path.removeprefix("/")
    with _server() as server:
        server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def _server() -> "psycopg.Connection":
    import psycopg

    return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
