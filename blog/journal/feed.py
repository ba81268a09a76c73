"""A feed of the newest articles, of a whole journal or of one of its tags. Atom (RFC 4287)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from taggit.models import Tag

from qnwellness.content.head import publisher_of
from qnwellness.content.summaries import one_line

from ..listing import listed_articles

if TYPE_CHECKING:
    from ..models import ArticlePage, BlogIndexPage

NEWEST = 20


def newest_articles(journal: "BlogIndexPage", tag: Tag | None = None) -> list["ArticlePage"]:
    """Return what a feed lists, newest first. Four queries, whatever the number."""
    articles = listed_articles(journal, tag).select_related(None).prefetch_related(None)
    return list(articles.prefetch_related("bylines__author", "tagged_items__tag")[:NEWEST])


class AuthoredAtom(Atom1Feed):
    """Atom whose entries name all their authors, each in an element of its own as the RFC has it."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


class ArticleFeed(Feed):
    """The newest public articles of a journal, or those of one of its tags."""

    feed_type = AuthoredAtom

    def __init__(
        self, request: HttpRequest, journal: "BlogIndexPage", articles: list["ArticlePage"], tag: Tag | None
    ) -> None:
        self.journal, self.articles, self.tag = journal, articles, tag
        self.request, self.publisher = request, publisher_of(request)
        below = f"tags/{quote(tag.slug)}/" if tag else ""
        self.link = f"{journal.get_full_url(request)}{below}"
        self.feed_url = f"{self.link}feed/"
        self.feed_guid = self.link

    def title(self) -> str:
        return one_line(
            " – ".join(filter(None, (self.tag and self.tag.name, self.journal.title, self.publisher.name)))
        )

    def subtitle(self) -> str:
        return one_line(self.journal.search_description or self.journal.intro)

    def author_name(self) -> str:
        return one_line(self.publisher.name)

    def items(self) -> list["ArticlePage"]:
        return self.articles

    def item_title(self, item: "ArticlePage") -> str:
        return one_line(item.title)

    def item_link(self, item: "ArticlePage") -> str:
        return item.get_full_url(self.request)

    def item_description(self, item: "ArticlePage") -> str:
        # Atom's summary is HTML here.
        return escape(one_line(item.standfirst or item.search_description))

    def item_pubdate(self, item: "ArticlePage") -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: "ArticlePage") -> datetime | None:
        return item.changed_at or item.last_published_at

    def item_categories(self, item: "ArticlePage") -> list[str]:
        return [one_line(tagged.tag.name) for tagged in item.tagged_items.all()]

    def item_extra_kwargs(self, item: "ArticlePage") -> dict[str, Any]:
        return {"authors": [one_line(byline.author.name) for byline in item.bylines.all()]}
