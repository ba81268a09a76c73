"""Which articles use a source or a fact, as they are now or as their newest draft has them."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.permissions import page_permission_policy

from qnwellness.content.references import find_references

from .models import ArticlePage

Stored = Mapping[str, list[dict[str, Any]]]

# More conditions in one query than a database may take.
_MOST_CONDITIONS = 100
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Use:
    """An article that uses something: its row, and the stored blocks, by field, of the version of it that does."""

    article: ArticlePage
    stored: Stored
    is_draft: bool = False


def uses(kind: str, wanted: Iterable[int], *, of_unpublished: bool = False) -> Iterator[Use]:
    """Yield the articles that refer to any of these (ids) of a kind: first as published, then as their drafts.

    Each by title. Of an article that is not published its newest draft is looked at, where `of_unpublished` asks for
    that.

    The stored texts themselves are read: the index of references knows no drafts, and an article that uses something
    since a moment ago may not be in it yet. The database sorts out texts without these numbers.
    """
    ids = set(wanted)
    articles = ArticlePage.objects.filter(alias_of=None).select_related("locale").order_by("title", "pk")
    drafted = articles.filter(live=True, has_unpublished_changes=True)
    if of_unpublished:
        drafted = articles.filter(Q(live=False) | Q(has_unpublished_changes=True))
    for page in _with_numbers(articles.filter(live=True), ArticlePage.citing_fields, ids).iterator(_AT_ONCE):
        stored = {name: list(getattr(page, name).raw_data) for name in ArticlePage.citing_fields}
        if _refers(stored, kind, ids):
            yield Use(page, stored)
    drafts = _with_numbers(drafted, ["latest_revision__content"], ids).select_related(
        "latest_revision", "locale"
    )
    for page in drafts.iterator(_AT_ONCE):
        # A whole page made of it would cost a dozen queries.
        stored = {name: json.loads(page.latest_revision.content[name]) for name in ArticlePage.citing_fields}
        if _refers(stored, kind, ids):
            yield Use(page, stored, is_draft=True)


def editable(articles: Iterable[ArticlePage], user: Any) -> set[int]:
    """Return the ids of those articles that a user may edit. One query beside the user's permissions."""
    ids = {article.pk for article in articles}
    allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
    return set(allowed.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()


def _refers(stored: Stored, kind: str, ids: set[int]) -> bool:
    return any(
        found == kind and pk in ids
        for name, raw in stored.items()
        for found, pk in find_references(ArticlePage._meta.get_field(name).stream_block, raw)
    )


def _with_numbers(
    pages: QuerySet[ArticlePage], names: Collection[str], wanted: set[int]
) -> QuerySet[ArticlePage]:
    """Return the pages in whose stored texts one of the numbers stands, whatever it may mean there."""
    if not wanted:
        return pages.none()
    if len(wanted) * len(names) > _MOST_CONDITIONS:
        return pages
    texts = {f"text_{place}": Cast(name, TextField()) for place, name in enumerate(names)}
    either = reduce(or_, (Q(**{f"{text}__contains": str(pk)}) for text in texts for pk in wanted))
    return pages.alias(**texts).filter(either)
