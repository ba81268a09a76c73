"""Which published articles cite a source, and which facts name it."""

from collections.abc import Collection

from ..models import ArticlePage, Fact
from ..models.citing import SOURCE
from ..uses import uses


def citing_articles(sources: Collection[int], most: int) -> list[ArticlePage]:
    """Return published articles that cite any of the sources (ids), or whose newest draft does, no more than `most`."""
    found: dict[int, ArticlePage] = {}
    for use in uses(SOURCE, sources):
        found.setdefault(use.article.pk, use.article)
        if len(found) == most:
            break
    return list(found.values())


def facts_naming(sources: Collection[int], most: int) -> list[Fact]:
    """Return facts that name any of the sources (ids), no more than `most`. One query."""
    wanted = set(sources)
    return [fact for fact in Fact.objects.iterator() if wanted & set(fact.source_ids)][:most]
