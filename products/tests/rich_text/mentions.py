"""Stored mentions for tests, and what a page shows of them."""

from typing import Any

from wagtail.rich_text import RichText


def stored(product: Any, words: str, wording: str = "name") -> str:
    """Return a mention of a product (or of a product's id) as it is stored."""
    return f'<a linktype="product" id="{getattr(product, "pk", product)}" text="{wording}">{words}</a>'


def shown(html: str) -> str:
    """Return stored rich text as a reader gets it."""
    return str(RichText(html)).strip()
