"""What a sitemap lists below the journal: topics, and people, each as fresh as the newest of their articles."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..listing import articles_of, listed_people, listed_tags

if TYPE_CHECKING:
    from ..models import BlogIndexPage


def parts(journal: "BlogIndexPage", url: str) -> list[dict[str, Any]]:
    """Return the sitemap's entries below the journal at the full address `url`. A few queries, whatever the number."""
    articles = list(
        articles_of(journal)
        .only("published_at", "updated_at", "reviewer", "reviewed_on")
        .prefetch_related("tagged_items", "bylines")
    )
    by_tag = _newest(
        (item.tag_id, article.changed_at) for article in articles for item in article.tagged_items.all()
    )
    by_person = _newest((pk, article.changed_at) for article in articles for pk in _people(article))
    tags = [(f"tags/{quote(tag.slug)}/", by_tag.get(tag.pk)) for tag in listed_tags(journal)]
    people = [(person.path, by_person.get(person.pk)) for person in listed_people(journal)]
    lists = [("tags/", max(filter(None, by_tag.values()), default=None))] if tags else []
    lists += [("authors/", max(filter(None, by_person.values()), default=None))] if people else []
    return [{"location": f"{url}{path}", "lastmod": changed} for path, changed in (*lists, *tags, *people)]


def _people(article: Any) -> Iterable[int]:
    yield from (byline.author_id for byline in article.bylines.all())
    if article.is_reviewed:
        yield article.reviewer_id


def _newest(changes: Iterable[tuple[int, datetime | None]]) -> dict[int, datetime]:
    newest: dict[int, datetime] = {}
    for key, changed in changes:
        if changed and (key not in newest or changed > newest[key]):
            newest[key] = changed
    return newest
