"""A short title with a sentence: what synergy and benefits panels list."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock


class TitledTextBlock(StructBlock):
    """A title and a short text."""

    title = CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("Text"), rows=2, max_length=600)

    class Meta:
        icon = "list-ul"
        label = _("Point")
