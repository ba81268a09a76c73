"""Compares mention and relation rows with what articles say."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from ..models import ArticlePage, ProductMention, ProductRelation
from .sync import expected_mentions, mention_rows, relation_rows

_MENTION_FIELDS = ("product_id", "kind", "anchor", "position")
_RELATION_FIELDS = (
    *("product_id", "rank", "published", "mention", "mentions"),
    *("section_title", "section_anchor", "section_minutes"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """An article whose rows do not say what its body says."""

    article: ArticlePage
    found: int
    expected: int


def differences() -> Iterator[Difference]:
    """Yield every article whose rows are wrong: too many, too few, or others."""
    followed = Q(live=True, alias_of__isnull=True)
    mentioned = Exists(ProductMention.objects.filter(article=OuterRef("pk")))
    related = Exists(ProductRelation.objects.filter(article=OuterRef("pk")))
    articles = ArticlePage.objects.filter(followed | mentioned | related).prefetch_related("anchors")
    for article in articles.iterator(chunk_size=200):
        mentions = expected_mentions(article)
        expected = _values(mention_rows(article, mentions), _MENTION_FIELDS)
        found = _values(ProductMention.objects.filter(article=article), _MENTION_FIELDS)
        relations = _values(relation_rows(article, mentions), _RELATION_FIELDS)
        found_relations = _values(ProductRelation.objects.filter(article=article), _RELATION_FIELDS)
        if (expected, relations) != (found, found_relations):
            yield Difference(article, found=len(found), expected=len(expected))


def _values(rows: object, fields: tuple[str, ...]) -> list[tuple]:
    return sorted(tuple(getattr(row, field) for field in fields) for row in rows)
