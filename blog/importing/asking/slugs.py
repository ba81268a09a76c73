"""Articles that would have the address of another one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...models import ArticlePage, ImportRecord
from .said import Said


@dataclass(frozen=True, slots=True)
class SlugQuestion:
    """Under which address does the article go? `proposed` is free, unlike `slug`; `others` are the titles of those
    that want it or have it, and `page` the page that has it, if any."""

    item: int
    source: str
    title: str
    slug: str
    proposed: str
    others: tuple[str, ...] = field(default=())
    page: int | None = None


def about_slugs(said: Sequence[Said], decided: Mapping[str, str]) -> list[SlugQuestion]:
    """Return the new articles whose slug another new one or a page has; the first of several new ones may keep it."""
    known = set(ImportRecord.objects.values_list("source", flat=True)) if said else set()
    wanted: dict[str, list[Said]] = defaultdict(list)
    for article in said:
        if article.source not in known:
            wanted[decided.get(article.source) or article.slug].append(article)
    pages = _pages(wanted)
    taken, found = {*pages, *wanted, *ArticlePage.reserved_slugs}, []
    for slug, articles in wanted.items():
        page, title = pages.get(slug, (None, ""))
        rivals = articles if page or slug in ArticlePage.reserved_slugs else articles[1:]
        for article in rivals:
            others = tuple(filter(None, [title, *(one.title for one in articles if one is not article)]))
            if article.source not in decided:
                proposed = _free(slug, taken)
                found.append(
                    SlugQuestion(article.item, article.source, article.title, slug, proposed, others, page)
                )
    return sorted(found, key=lambda question: (question.slug, question.item))


def _pages(wanted: Mapping[str, list[Said]]) -> dict[str, tuple[int, str]]:
    """Return the articles that have one of these slugs."""
    rows = ArticlePage.objects.values_list("slug", "pk", "title")
    return {slug: (pk, title) for slug, pk, title in rows if slug in wanted}


def _free(slug: str, taken: set[str]) -> str:
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    taken.add(f"{slug}-{number}")
    return f"{slug}-{number}"
