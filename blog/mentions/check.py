"""Compares mention and relation rows, and Wagtail's reference index, with what articles say."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db import transaction

from ..models import ArticlePage, ProductMention, ProductRelation
from .faults import Fault, Rows, faults_between
from .reference_index import product_keys, rebuild, reference_faults
from .sync import mention_rows, relation_rows, said_by, sync

# Bodies are long: so many are in memory at a time.
_AT_ONCE = 100
_MENTION_FIELDS = ("product_id", "kind", "anchor")
_RELATION_FIELDS = (
    *("rank", "published", "mention", "mentions", "is_excluded"),
    *("section_title", "section_anchor", "section_minutes"),
)


class Difference(NamedTuple):
    """An article, and the rows about it that do not say what it says."""

    article: ArticlePage
    faults: list[Fault]


def differences() -> Iterator[Difference]:
    """Yield every article with faults, drafts and aliases too. A few queries an article: this is for a command."""
    products = product_keys()
    for article in _articles():
        faults = [*row_faults(article), *reference_faults(article, products)]
        if faults:
            yield Difference(article, faults)


def row_faults(article: ArticlePage) -> Iterator[Fault]:
    """Yield what the mention and relation rows of an article say wrongly. Three queries."""
    said = said_by(article)
    mentions = ProductMention.objects.filter(article=article)
    yield from faults_between(
        "mention",
        _by("position", mentions, _MENTION_FIELDS),
        _by("position", mention_rows(article, said), _MENTION_FIELDS),
    )
    relations = ProductRelation.objects.filter(article=article)
    yield from faults_between(
        "relation",
        _by("product_id", relations, _RELATION_FIELDS),
        _by("product_id", relation_rows(article, said), _RELATION_FIELDS),
    )


@transaction.atomic
def repair(article: ArticlePage) -> None:
    """Write the rows and the reference index of an article anew from what is stored now; a publish of it waits."""
    stored = ArticlePage.objects.select_for_update(of=("self",)).get(pk=article.pk)
    sync(stored)
    rebuild(stored)


def _articles() -> Iterator[ArticlePage]:
    """Yield every article. No query stays open between two of them: whoever asks may repair the one at hand."""
    ids = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), _AT_ONCE):
        yield from ArticlePage.objects.filter(pk__in=ids[start : start + _AT_ONCE]).prefetch_related(
            "anchors"
        )


def _by(key: str, rows: Iterable[Any], fields: tuple[str, ...]) -> Rows:
    return {f"{key} {getattr(row, key)}": {name: getattr(row, name) for name in fields} for row in rows}
