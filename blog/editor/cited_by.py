"""Which published articles cite a source, as they are now or as their newest draft has it."""

from collections.abc import Collection, Iterator
from functools import reduce
from itertools import islice
from operator import or_

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from ..models import ArticlePage
from ..models.citing import SOURCE

# More conditions in one query than a database may take.
_MOST_CONDITIONS = 100
_AT_ONCE = 50


def citing_articles(sources: Collection[int], most: int) -> list[ArticlePage]:
    """Return published articles that cite any of the sources (ids), no more than `most`.

    The stored texts themselves are read: the index of references knows no drafts, and an article that cites a source
    since a moment ago may not be in it yet. The database sorts out texts without these numbers.
    """
    wanted = set(sources)
    live = ArticlePage.objects.filter(live=True, alias_of=None).order_by("title", "pk")
    published = _with_numbers(live, ArticlePage.citing_fields, wanted)
    drafts = _with_numbers(
        live.filter(has_unpublished_changes=True), ["latest_revision__content"], wanted
    ).select_related("latest_revision")
    found = {page.pk: page for page in islice(_citing(published, wanted), most)}
    for page in drafts.iterator(_AT_ONCE) if len(found) < most else ():
        if len(found) < most and any(_citing([page.latest_revision.as_object()], wanted)):
            found.setdefault(page.pk, page)
    return list(found.values())


def _citing(pages: QuerySet[ArticlePage] | list[ArticlePage], wanted: set[int]) -> Iterator[ArticlePage]:
    each = pages if isinstance(pages, list) else pages.iterator(_AT_ONCE)
    for page in each:
        if any(kind == SOURCE and pk in wanted for kind, pk in page.references_in_order()):
            yield page


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
