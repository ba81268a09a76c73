"""A short title with a sentence: what several panels list."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue

from ..line import LineBlock, words
from ..poster.panels.titled import Titled


class TitledTextBlock(StructBlock):
    """A title and a short text."""

    title = CharBlock(label=_("Title"), max_length=120)
    text = LineBlock(label=_("Text"), max_length=600)

    class Meta:
        icon = "list-ul"
        label = _("Point")


def titled(value: StructValue) -> Titled:
    """Return what a poster shows of it."""
    return Titled(value["title"], words(value.get("text")))
