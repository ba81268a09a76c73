"""The section as a Shopify theme shows it: rendered by python-liquid, with as little of Shopify as it needs.

What python-liquid has not: the filter `json`, which at Shopify encodes <, > and & as well
(https://shopify.dev/docs/apps/build/security/storefront/escape-every-value-for-its-context), and the tags `schema` and
`stylesheet`, which put nothing where they stand.
"""

import json
import re
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from liquid import BoundTemplate, Environment

ROOT = Path(__file__).resolve().parents[3]
SECTION = ROOT / "blog/embed/shopify/related-articles.liquid"
SOURCE = SECTION.read_text(encoding="utf-8")
ADDRESS = "https://articles.example/how-bone-is-built/"
_PART = re.compile(r"{% (schema|stylesheet) %}(.*?){% end\1 %}", re.DOTALL)
PARTS = dict(_PART.findall(SOURCE))
SCHEMA = json.loads(PARTS["schema"])
SETTINGS = {one["id"]: one.get("default", "") for one in SCHEMA["settings"] if "id" in one}


def _json(value: object) -> str:
    # What is not there is null.
    written = json.dumps(value, ensure_ascii=False, default=lambda missing: None)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def template(source: str) -> BoundTemplate:
    """Return a piece of Liquid, ready to be rendered."""
    environment = Environment()
    environment.add_filter("json", _json)
    return environment.from_string(_PART.sub("", source))


_SECTION = template(SOURCE)


def rendered(
    value: object, *, language: str = "en", in_editor: bool = False, product: Any = None, **settings: object
) -> str:
    """Return what a product's page gets. `value` is the metafield's, as text; None where the product has none."""
    fields = {} if value is None else {"related_articles": {"value": json.loads(str(value))}}
    own = {"title": "Iron", "url": "/products/iron", "handle": "iron"} | (product or {})
    return _SECTION.render(
        product=own | {"metafields": {"qnwellness": fields}},
        section={"id": "template--1__related", "settings": SETTINGS | settings},
        request={"locale": {"iso_code": language}, "design_mode": in_editor},
    )


def page(inside: str) -> str:
    """Return a whole page with the section in it, as a theme wraps it."""
    style = PARTS["stylesheet"]
    head = f'<meta charset="utf-8"><title>Iron</title><style>{style}</style>'
    wrapped = f'<div id="shopify-section-1" class="shopify-section">{inside}</div>'
    body = f"<main><h1>Iron</h1>{wrapped}</main>"
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body>{body}</body>\n</html>\n'


def article(**more: Any) -> dict[str, Any]:
    """Return an article as it stands in the metafield."""
    return {
        "title": "How bone is built",
        "url": f"{ADDRESS}?utm_source=shop&utm_medium=related",
        "section": {"title": "Amounts", "url": f"{ADDRESS}?utm_source=shop&utm_medium=related#amounts"},
        "image": {
            "src": "https://articles.example/media/a.400.webp",
            "srcset": "https://articles.example/media/a.400.webp 400w, https://articles.example/media/a.800.webp 800w",
            "width": 400,
            "height": 300,
            "alt": "A bone",
        },
        "published": "2026-03-01T09:00:00+08:00",
        "reading_minutes": 7,
    } | more


def value(*articles: dict[str, Any]) -> str:
    """Return a metafield's value."""
    return json.dumps({"product": {}, "count": len(articles), "articles": articles})


def soup(*articles: dict[str, Any], **more: Any) -> BeautifulSoup:
    """Return the section about these articles."""
    return BeautifulSoup(rendered(value(*articles), **more), "html.parser")


def markup(found: BeautifulSoup) -> dict[str, Any]:
    """Return what search engines are told."""
    (script,) = found.select("script")
    assert script["type"] == "application/ld+json"
    return json.loads(script.string)
