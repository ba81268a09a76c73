"""Which facts could be made of the figures a text repeats. None is made: that is confirmed in the admin."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse

from ..models import ArticlePage
from ..proposing.article import figures_in_body
from .body import Raw


def proposed(body: list[Raw]) -> list[dict[str, Any]]:
    """Return the figures a stored body repeats, as `import_article --json` prints them.

    A figure that equals a fact of the site is none of them: it is offered to be linked.
    """
    stream = ArticlePage._meta.get_field("body").stream_block
    return [
        {
            "figure": figure.text(settings.LANGUAGE_CODE),
            "statement": figure.statement,
            "nutrient": figure.nutrient or None,
            "places": len(figure.places),
        }
        for figure in figures_in_body(stream, body).repeated
    ]


def address(article: ArticlePage | None) -> str | None:
    """Return the address at which the facts of an article are confirmed, or None for one that is not stored."""
    return reverse("article_facts", args=[article.pk]) if article else None


def lines(facts: list[dict[str, Any]], url: str | None) -> Iterator[str]:
    """Yield what a person reads of proposed facts."""
    if not facts:
        yield "facts: no figure is repeated"
    for fact in facts:
        yield f"could be a fact: {fact['figure']}, {fact['places']} times: {fact['statement']}"
    if facts and url:
        yield f"confirm them at {settings.WAGTAILADMIN_BASE_URL}{url}"
