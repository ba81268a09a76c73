"""The contents list as shoppers will see it, with the way from each line to its heading in the form."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import ArticlePage
from ..outline import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list with the lines below it. `place` leads to its heading in the form."""

    text: str
    place: str
    children: "tuple[Line, ...]" = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What the panel shows: the list, what stays out of it, and why it will not be shown at all (or nothing).

    A list of an article that cites ends with the way to its sources, which has no heading in the form.
    """

    lines: tuple[Line, ...]
    ends_with_sources: bool
    left_out: tuple[Line, ...]
    notice: str
    status: str


def contents_of(page: ArticlePage) -> Contents:
    """Return the contents list of an article, saved or not. It is made from the outline the public page uses.

    One query for an article with headings, and one for one that cites.
    """
    outline = page.outline
    places = {anchor: f"body.{block_id}.text" for block_id, anchor in outline.anchors.items()}
    headings = len(list(outline.flat()))
    ends_with_sources = bool(headings and page.cited)
    count = headings + ends_with_sources
    return Contents(
        lines=_lines(outline.entries, places),
        ends_with_sources=ends_with_sources,
        left_out=_left_out(page),
        notice=_notice(page, headings),
        status=ngettext("%(count)s line in the contents list", "%(count)s lines in the contents list", count)
        % {"count": count},
    )


def _lines(entries: Iterable[Entry], places: dict[str, str]) -> tuple[Line, ...]:
    return tuple(
        Line(entry.text, places.get(entry.anchor, "body"), _lines(entry.children, places))
        for entry in entries
    )


def _left_out(page: ArticlePage) -> tuple[Line, ...]:
    """Return the headings an editor keeps out of the list."""
    headings = (item for item in page.body.raw_data if item["type"] == "heading")
    return tuple(
        Line(item["value"]["text"], f"body.{item.get('id')}.is_listed")
        for item in headings
        if item["value"].get("text") and item["value"].get("is_listed", True) is False
    )


def _notice(page: ArticlePage, count: int) -> str:
    """Return why readers will not see the list, or nothing."""
    if page.contents == ArticlePage.Contents.OFF:
        return _("Readers do not see this list: it is switched off for this article.")
    if not count:
        return _("There is nothing to list yet. Every heading you add stands here at once.")
    if not page.outline.is_useful:
        return _("Readers see the list from two headings on.")
    return ""
