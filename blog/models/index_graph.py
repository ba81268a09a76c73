"""What the journal's addresses say of themselves: the list of all articles, of one tag, of one author."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from qnwellness.content.structured_data import Node, Person
from qnwellness.images.renditions import rendition_or_none

from ..structured_data import author_page, list_articles

if TYPE_CHECKING:
    from .author import Author
    from .blog_index import BlogIndexPage

Shown = Mapping[str, Any]


def name(journal: "BlogIndexPage", shown: Shown) -> str:
    """Return the name of a tag's, an author's or another list (`part`), or nothing for that of all articles."""
    if author := shown.get("author"):
        return author.name
    tag = shown.get("tag")
    return tag.name if tag else str(shown.get("part") or "")


def describe(journal: "BlogIndexPage", shown: Shown) -> str:
    """Return what one of the lists is about."""
    if author := shown.get("author"):
        return author.biography or ", ".join(filter(None, (author.name, author.role, author.credentials)))
    if tag := shown.get("tag"):
        return _("Articles about %(tag)s in %(journal)s") % {"tag": tag.name, "journal": journal.title}
    return journal.search_description or journal.intro


def nodes(journal: "BlogIndexPage", request: HttpRequest, shown: Shown, page: Node) -> Iterable[Node]:
    """Yield the nodes of one of the lists: a collection of articles, or somebody's profile."""
    if author := shown.get("author"):
        yield author_page(page, _profile(author, page["url"].partition("?")[0]))
    else:
        listed = shown.get("articles") or ()
        list_articles(page, [(article.get_full_url(request), article.title) for article in listed])


def _profile(author: "Author", url: str) -> Person:
    portrait = rendition_or_none(author.portrait, "fill-640x640|format-jpeg")
    return Person(
        name=author.name,
        url=url,
        role=author.role,
        credentials=author.credentials,
        elsewhere=author.profile_url,
        biography=author.biography,
        portrait=portrait.full_url if portrait else "",
    )
