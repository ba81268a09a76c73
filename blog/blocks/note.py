"""A note beside the text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock

from .text import TEXT_FEATURES


class NoteBlock(StructBlock):
    """Information, a caution, or advice to ask a doctor first."""

    kind = ChoiceBlock(
        label=_("Kind"),
        default="information",
        choices=[
            ("information", _("Information")),
            ("caution", _("Caution")),
            ("doctor", _("Talk to your doctor")),
        ],
    )
    title = CharBlock(
        label=_("Title"), required=False, max_length=120, help_text=_("Left empty: the name of its kind.")
    )
    text = RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Note")
        description = _("A caution or a remark that must not be missed.")
        template = "blog/blocks/note.html"
        preview_value = {
            "kind": "doctor",
            "title": _("Talk to your doctor"),
            "text": "<p>Speak to them before taking vitamin K if you use an anticoagulant.</p>",
        }
