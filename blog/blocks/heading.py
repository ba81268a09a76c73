"""A heading: what the contents list is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, StructBlock

CONTENTS_ONLY = "contents"


class HeadingBlock(StructBlock):
    """A heading of the body. Its anchor comes from the page's outline."""

    text = CharBlock(label=_("Heading"), max_length=200)
    level = ChoiceBlock(
        label=_("Level"),
        default="2",
        choices=[
            ("2", _("Section")),
            ("3", _("Sub-section")),
            ("4", _("Sub-section of a sub-section")),
            (CONTENTS_ONLY, _("In the contents list only")),
        ],
        help_text=_("“In the contents list only” gives readers a way here without a visible heading."),
    )
    contents_label = CharBlock(
        label=_("Label in the contents list"),
        required=False,
        max_length=120,
        help_text=_("Left empty: the heading itself."),
    )
    is_listed = BooleanBlock(label=_("Show in the contents list"), required=False, default=True)
    anchor = CharBlock(
        label=_("Address"),
        required=False,
        max_length=200,
        help_text=_(
            "What stands after # in a link to this heading. Left empty: made from its words when the article is "
            "first published, and kept. An older address keeps working."
        ),
    )
    anchor_was = CharBlock(label=_("Address when the form was opened"), required=False, max_length=255)

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Starts a section and stands in the contents list by itself.")
        template = "blog/blocks/heading.html"
        preview_value = {"text": _("Vitamin D3: the foundation"), "level": "2"}
