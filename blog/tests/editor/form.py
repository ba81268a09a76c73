"""What the browser posts for an article's form."""

from typing import Any

from django.utils.http import urlencode
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.blocks.text import TEXT_FEATURES


def heading(words: str, level: str = "2", **fields: str) -> tuple[str, Any]:
    """Return a posted heading; `is_listed=""` leaves it out of the list."""
    value = {
        "text": words,
        "level": level,
        "contents_label": "",
        "anchor": "",
        "anchor_was": "",
        "is_listed": "on",
    }
    value |= fields
    return "heading", {name: posted for name, posted in value.items() if name != "is_listed" or posted}


def text(html: str) -> tuple[str, Any]:
    """Return posted running text."""
    return "text", rich_text(html, features=TEXT_FEATURES)


def posted(*blocks: tuple[str, Any], ids: list[str] | None = None, **fields: Any) -> dict[str, Any]:
    """Return a posted form; fields that are not given are as an empty form has them."""
    body = streamfield(list(blocks))
    for index, block_id in enumerate(ids or [f"00000000-0000-0000-0000-{n:012}" for n in range(len(blocks))]):
        body[str(index)]["id"] = block_id
    empty = {
        "title": "How bone is built",
        "slug": "",
        "standfirst": "",
        "hero": "",
        "contents": "auto",
        "search_description": "",
        "seo_title": "",
        "bylines": inline_formset([]),
        "picks": inline_formset([]),
        "comments": inline_formset([]),
        "corrections": streamfield([]),
        "tags": "",
    }
    return nested_form_data(empty | {"body": body} | fields)


def encoded(data: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments with which a test client posts a form as the script does."""
    return {
        "data": urlencode(data),
        "content_type": "application/x-www-form-urlencoded",
        "headers": {"X-Requested-With": "XMLHttpRequest"},
    }
