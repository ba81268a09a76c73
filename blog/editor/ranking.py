"""Which articles most need somebody's time."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.db.models import Case, QuerySet, Value, When

from ..checks.finding import Level
from ..checks.findings import review_all
from .saved import show_last_saved

# What is found is not stored, and finding it takes about a hundredth of a second an article. Those that were changed
# last are where something new can be found.
CHECKED = 100


def most_pressing_first(articles: QuerySet, otherwise: Sequence[Any]) -> QuerySet:
    """Return articles with those first in which most must be mended, then most should; then in the order `otherwise`.

    Looks into the `CHECKED` articles that were saved last; others stand behind as if nothing was found in them. The
    queryset loads `latest_revision`, `bylines` and `anchors`; then the number of queries does not grow.
    """
    pages = [
        show_last_saved(page) for page in articles.order_by("-latest_revision_created_at", "-pk")[:CHECKED]
    ]
    ranked = sorted(
        (*_rank(review.counts), page.pk) for page, review in zip(pages, review_all(pages), strict=True)
    )
    pressing = groupby((row for row in ranked if any(row[:2])), key=lambda row: row[:2])
    cases = [
        When(pk__in=[row[2] for row in rows], then=Value(place)) for place, (_, rows) in enumerate(pressing)
    ]
    first = [Case(*cases, default=Value(len(cases)))] if cases else []
    return articles.order_by(*first, *otherwise)


def _rank(counts: dict[str, int]) -> tuple[int, int]:
    return -counts[Level.MUST], -counts[Level.SHOULD]
