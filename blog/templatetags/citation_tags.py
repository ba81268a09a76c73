"""What a page cites and states: tags for templates that have sources or facts instead of rich text."""

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _

from ..evidence import stated
from ..evidence.citations import Cited, next_mark
from ..evidence.listed import Mark
from ..models import Fact, Source
from ..rich_text.citation.link_handler import attributes_of, name_of
from ..rich_text.fact.link_handler import attributes_of as attributes_of_fact

register = template.Library()


@register.simple_tag
def marks(sources: Iterable[Source | None] | None) -> list[Mark[Cited]]:
    """Return the marks of these sources on the page being rendered; of a deleted one there is none."""
    found = [next_mark(source.pk) for source in sources or () if source is not None]
    return [mark for mark in found if mark is not None]


@register.filter
def mark_attributes(mark: Mark[Cited]) -> list[tuple[str, str]]:
    """Return the attributes of the link a mark is, as names with values."""
    return list(attributes_of(mark).items())


@register.filter
def source_name(mark: Mark[Cited]) -> str:
    """Return what a list of figures calls a source: its number and its short name."""
    return name_of(mark)


@register.simple_tag
def fact_attributes(fact: Fact | None) -> list[tuple[str, str]]:
    """Return the attributes of the link from a figure to the list of figures.

    Nothing where there is no fact, or where the page does not list it. Each call counts as one use.
    """
    mark = stated.next_mark(fact.pk) if fact is not None else None
    return list(attributes_of_fact(mark).items()) if mark else []


@register.filter
def ways_back(entry: stated.Stated) -> list[tuple[str, str]]:
    """Return (id, name) of the places on the page that state a fact, as far as the page has been rendered."""
    found = stated.marked(entry)
    back = _("Back to where it is stated, %(place)s of %(count)s")
    return [
        (place, back % {"place": number, "count": len(found)}) for number, place in enumerate(found, start=1)
    ]
