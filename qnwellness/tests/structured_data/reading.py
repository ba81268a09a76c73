"""Reads the structured data of a rendered page, and holds it to schemas of our own and to its own references."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parent / "schemas"
# Parts of an address that another page of the site describes.
ELSEWHERE = {"article", "product", "person", "webpage", "website", "org"}

Node = dict[str, Any]


def graph(html: BeautifulSoup) -> dict[str, Node]:
    """Return the nodes of a page by type. Fails unless there is one valid graph whose references are kept."""
    (data,) = html.select('script[type="application/ld+json"]')
    document = json.loads(data.string)
    assert document["@context"] == "https://schema.org"
    nodes = document["@graph"]
    for node in nodes:
        check(node)
    own = {node["@id"] for node in nodes}
    assert len(own) == len(nodes), "each node has an id of its own"
    page = html.select_one('link[rel="canonical"]')["href"]
    for found in references(nodes):
        address, _, part = found.partition("#")
        assert found in own or (address != page and part in ELSEWHERE), f"{found} is described nowhere"
    return {node["@type"]: node for node in nodes}


def check(node: Node) -> None:
    """Fail unless a node is what the schema of its type says."""
    errors = [
        f"{'/'.join(map(str, error.path))}: {error.message}"
        for error in _schema(node["@type"]).iter_errors(node)
    ]
    assert not errors, f"{node['@type']}: {'; '.join(errors)}"


def references(value: Any) -> Iterator[str]:
    """Yield every id a value refers to without describing it."""
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for child in value.values():
            yield from references(child)
    elif isinstance(value, list):
        for child in value:
            yield from references(child)


@cache
def _schema(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8")))
