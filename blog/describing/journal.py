"""What the journal's addresses say of themselves: the list of all articles, of one tag, of one author."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from qnwellness.content.structured_data import Node, Person, person_node
from qnwellness.images.renditions import rendition_or_none

from ..structured_data import author_page, list_articles

if TYPE_CHECKING:
    from ..models import Author, BlogIndexPage

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
    if part := shown.get("part"):
        return f"{part} – {journal.title}"
    all_of_them = _("%(journal)s: all articles, newest first.") % {"journal": journal.title}
    return journal.search_description or journal.intro or all_of_them


def nodes(journal: "BlogIndexPage", request: HttpRequest, shown: Shown, page: Node) -> Iterable[Node]:
    """Yield the nodes of one of the addresses: somebody's profile, or a collection of articles."""
    author = shown.get("author")
    profile = _profile(author, journal.get_full_url(request)) if author else None
    if profile and page["url"].partition("?")[0] == profile.url:
        yield author_page(page, profile)
        return
    listed = shown.get("articles") or (shown.get("reviewed") if author else None) or ()
    list_articles(page, [(article.get_full_url(request), article.title) for article in listed])
    if profile:
        page["about"] = person_node(profile)


def _profile(author: "Author", journal: str) -> Person:
    portrait = rendition_or_none(author.portrait, "fill-640x640|format-jpeg")
    return Person(
        name=author.name,
        url=f"{journal}{author.path}",
        role=author.role,
        credentials=author.credentials,
        elsewhere=author.profile_url,
        biography=author.biography,
        portrait=portrait.full_url if portrait else "",
    )
