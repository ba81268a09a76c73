"""A question readers ask, with its answer."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock

from .text import TEXT_FEATURES


class QuestionBlock(StructBlock):
    """One question and its answer. Several in a row read as a list of them."""

    question = CharBlock(label=_("Question"), max_length=200, help_text=_("As a reader would ask it."))
    answer = RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        description = _("What readers ask, answered. It stays out of the contents list.")
        template = "blog/blocks/question.html"
        preview_value = {
            "question": _("Should I take D3 and K2 at the same time of day?"),
            "answer": "<p>There is no need to. Both dissolve in fat, so take each with a meal.</p>",
        }
