"""One schema.org `@graph` a page, merged from what each app contributes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

Node = dict[str, Any]

# A "</script>" inside a value must not end the element that carries the data.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def graph(nodes: Iterable[Node]) -> dict[str, Any]:
    """Return one JSON-LD document of all nodes, without their empty properties."""
    return {
        "@context": "https://schema.org",
        "@graph": [
            {key: value for key, value in node.items() if value not in (None, "", [], {})} for node in nodes
        ],
    }


def breadcrumb_list(page_url: str, crumbs: Iterable[Mapping[str, str]]) -> Node:
    """Return the BreadcrumbList node of a page; a crumb has `title` and `url`."""
    return {
        "@type": "BreadcrumbList",
        "@id": f"{page_url}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb["title"], "item": crumb["url"]}
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def absolute(page: Page, request: HttpRequest | None = None) -> str:
    """Return the full address of a page."""
    return page.get_full_url(request) or ""
