"""The marks of cited sources: tags for templates that have sources instead of rich text."""

from collections.abc import Iterable

from django import template

from ..evidence.citations import Mark, next_mark
from ..models import Source
from ..rich_text.citation.link_handler import attributes_of

register = template.Library()


@register.simple_tag
def marks(sources: Iterable[Source | None] | None) -> list[Mark]:
    """Return the marks of these sources on the page being rendered; of a deleted one there is none."""
    found = [next_mark(source.pk) for source in sources or () if source is not None]
    return [mark for mark in found if mark is not None]


@register.filter
def mark_attributes(mark: Mark) -> list[tuple[str, str]]:
    """Return the attributes of the link a mark is, as names with values."""
    return list(attributes_of(mark).items())
