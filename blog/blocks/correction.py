"""Corrections of an article: dated, numbered by their order, kept."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import DateBlock, RichTextBlock, StreamBlock, StructBlock

# No products: a correction is no place to sell, and mentions are counted in the body alone.
CORRECTION_FEATURES = ["bold", "italic", "superscript", "subscript", "link"]


class CorrectionBlock(StructBlock):
    """What was wrong, and since when it is right."""

    made_on = DateBlock(label=_("Corrected on"), default=localdate)
    text = RichTextBlock(
        label=_("What was corrected"),
        features=CORRECTION_FEATURES,
        help_text=_("What the article said, and what it says now."),
    )

    class Meta:
        icon = "edit"
        label = _("Correction")
        description = _("Tells readers what was wrong and has been put right.")
        template = "blog/blocks/correction.html"
        preview_value = {
            "made_on": "2026-03-02",
            "text": "<p>An earlier version gave the daily amount in milligrams. It is micrograms.</p>",
        }


class CorrectionsBlock(StreamBlock):
    """The corrections of an article, oldest first."""

    correction = CorrectionBlock()
