"""Searching in OpenSearch: a stand-in keeps documents, finds them by words and speaks what is used of the protocol."""

import json
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.core.management import call_command
from environ import Env

from blog.models import ArticlePage
from blog.tests.factories import heading, make_article, text
from qnwellness.search import engine
from qnwellness.settings import machines

pytestmark = pytest.mark.django_db
# Who it is; and that there is no next page of what was found.
ALWAYS = {
    "": {"version": {"number": "3.0.0", "distribution": "opensearch"}, "tagline": "The OpenSearch Project"},
    "_search": {"hits": {"hits": []}},
}


class StandIn(ThreadingHTTPServer):
    """Keeps documents by index and id. What it does not know it refuses, and so fails the test."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.indexes: dict[str, dict[str, dict[str, Any]]] = {}
        self.aliases: dict[str, str] = {}
        self.refused: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def words(self) -> str:
        return json.dumps(self.indexes)


class Handler(BaseHTTPRequestHandler):
    """One request to the stand-in."""

    server: StandIn

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        path = self.path.partition("?")[0].strip("/").split("/")
        if not path[0].startswith("_") and "_alias" not in path:
            path[0] = self.server.aliases.get(path[0], path[0])
        status, said = self.do(path, body)
        content = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = answer  # noqa: N815 - names the server looks for

    def log_message(self, *args: object) -> None:
        pass

    def do(self, path: list[str], body: str) -> tuple[int, Any]:
        match path:
            case ["" | "_search" as what, *_rest]:
                return 200, ALWAYS[what]
            case ["_alias", alias] | [_, "_alias", alias]:
                return self.of_alias(path[0], alias)
            case [*index, "_bulk"]:
                return self.bulk("".join(index), body)
            case [index, "_doc", key]:
                return self.of_document(index, key, body)
            case [index, "_search"]:
                return 200, self.search(index, json.loads(body))
            case [index, "_mapping" | "_refresh"]:
                return (200, {"acknowledged": True}) if index in self.server.indexes else (404, {})
            case [index]:
                return self.of_index(index)
        self.server.refused.append(f"{self.command} {self.path}")
        return 400, {"error": "not known"}

    def of_alias(self, index: str, alias: str) -> tuple[int, Any]:
        aliases = self.server.aliases
        if self.command == "PUT":
            aliases[alias] = index
        if alias not in aliases:
            return 404, {"error": "no such alias", "status": 404}
        if self.command == "DELETE":
            del aliases[alias]
            return 200, {"acknowledged": True}
        return 200, {aliases[alias]: {"aliases": {alias: {}}}}

    def of_index(self, index: str) -> tuple[int, Any]:
        indexes = self.server.indexes
        if self.command == "PUT":
            indexes[index] = {}
        is_there = index in indexes
        if self.command == "DELETE":
            indexes.pop(index, None)
        return (200, {"acknowledged": True}) if is_there else (404, {"error": "no such index", "status": 404})

    def of_document(self, index: str, key: str, body: str) -> tuple[int, Any]:
        documents = self.server.indexes.setdefault(index, {})
        if self.command == "DELETE":
            documents.pop(key, None)
        else:
            documents[key] = json.loads(body)
        return 200, {"result": "updated"}

    def bulk(self, index: str, body: str) -> tuple[int, Any]:
        lines = [json.loads(line) for line in body.splitlines() if line]
        for action, document in zip(lines[::2], lines[1::2], strict=True):
            ((_what, where),) = action.items()
            self.server.indexes.setdefault(where.get("_index", index), {})[where["_id"]] = document
        items = [{"index": {"_id": str(number), "status": 200}} for number in range(len(lines) // 2)]
        return 200, {"errors": False, "items": items}

    def search(self, index: str, asked: dict[str, Any]) -> dict[str, Any]:
        words = set(re.findall(r'"query": "([^"]+)"', json.dumps(asked["query"])))
        found = [
            {"_id": key, "_score": 1.0, "fields": {"pk": [document["pk"]]}}
            for key, document in self.server.indexes.get(index, {}).items()
            if any(all(word in json.dumps(document) for word in said.split()) for said in words)
        ]
        return {"hits": {"total": {"value": len(found)}, "hits": found}}


@pytest.fixture
def stand_in(settings, monkeypatch) -> Iterator[StandIn]:
    server = StandIn()
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("OPENSEARCH_URL", server.url)
    settings.WAGTAILSEARCH_BACKENDS = machines.search(Env())
    monkeypatch.setattr(engine._known, "is_down", False)
    call_command("update_index", verbosity=0)
    yield server
    server.shutdown()
    server.server_close()
    assert server.refused == []


def test_what_is_published_is_found_by_readers(client, stand_in):
    article = make_article(heading("A"), text("<p>Quillaja grows in Chile.</p>"), title="A tree")
    make_article(heading("B"), title="Another")
    assert b"A tree" in client.get("/search/?q=quillaja").content
    assert b"Another" not in client.get("/search/?q=quillaja").content
    article.unpublish()
    assert b"A tree" not in client.get("/search/?q=quillaja").content


def test_what_is_deleted_is_taken_out(client, stand_in):
    article = make_article(text("<p>Quillaja grows in Chile.</p>"), title="A tree")
    assert "quillaja" in stand_in.words()
    article.delete()
    assert "quillaja" not in stand_in.words()


def test_all_is_indexed_anew_by_the_command(client, stand_in):
    make_article(text("<p>Quillaja grows in Chile.</p>"), title="A tree")
    stand_in.indexes.clear()
    call_command("update_index", verbosity=0)
    assert b"A tree" in client.get("/search/?q=quillaja").content


def test_while_it_is_gone_all_but_searching_goes_on(client, stand_in):
    article = make_article(heading("A"), title="Kept")
    stand_in.shutdown()
    stand_in.server_close()
    assert client.get("/search/?q=quillaja").status_code == 503
    assert "search" in client.get("/readyz").json()["wrong"]
    draft = article.get_latest_revision_as_object()
    draft.title = "Kept anew"
    draft.save_revision().publish()
    assert ArticlePage.objects.get(pk=article.pk).title == "Kept anew"
    assert client.get(article.url).status_code == 200
