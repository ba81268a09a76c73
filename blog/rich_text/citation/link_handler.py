"""What a reader sees of a citation."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.rich_text import LinkHandler

from qnwellness.content import references
from qnwellness.content.links import NO_LINK, raised_link

from ...evidence.citations import Cited, next_mark
from ...evidence.listed import Mark
from .stored import LINK_TYPE, read


class CitationHandler(LinkHandler):
    """Puts the source's number on this page in place of a citation.

    Nothing is left of a citation outside of a page that is being rendered, nor of one whose source is gone.
    """

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> type[Model]:
        return apps.get_model("blog", "Source")

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, Any]) -> str:
        pk = read(attrs)
        mark = next_mark(pk) if pk is not None else None
        if mark is None:
            return NO_LINK
        return raised_link(str(mark.entry.number), attributes_of(mark))

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Iterator[tuple[type[Model], str, str, str]]:
        """Yield the source for the reference index, as (model, id, model path, content path)."""
        pk = read(attrs)
        if pk is not None:
            yield cls.get_model(), str(pk), "", ""


def name_of(mark: Mark[Cited]) -> str:
    """Return the number of a source and what it is called for short: "Source 2: Knapen 2013"."""
    source = references.current().one(LINK_TYPE, mark.entry.pk)
    return _("Source %(number)s: %(label)s") % {
        "number": mark.entry.number,
        "label": source.label if source else "",
    }


def attributes_of(mark: Mark[Cited]) -> dict[str, str]:
    """Return the attributes of the link that leads from a use of a source to its entry in the list."""
    return {
        "href": f"#{mark.entry.anchor}",
        **({"id": mark.id} if mark.id else {}),
        "role": "doc-noteref",
        "aria-label": name_of(mark),
    }
