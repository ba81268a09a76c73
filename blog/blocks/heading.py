"""A heading: what the contents list is made of."""

from typing import Any
from urllib.parse import unquote

from django.core.exceptions import ValidationError
from django.forms import HiddenInput, Media
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.blocks import BlockGroup, BooleanBlock, CharBlock, ChoiceBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockAdapter, StructBlockValidationError

from ..outline import RESERVED, slug
from ..outline.anchors import words_of

CONTENTS_ONLY = "contents"


class HeadingBlock(StructBlock):
    """A heading of the body. Its anchor comes from the page's outline.

    `anchor` is what the editor typed over `anchor_was`, the address the form showed when it was opened.
    """

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
        search_index=False,
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
        search_index=False,
    )
    anchor_was = CharBlock(
        label=_("Address when the form was opened"),
        required=False,
        max_length=255,
        search_index=False,
        form_classname="heading-anchor-was",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Starts a section and stands in the contents list by itself.")
        template = "blog/blocks/heading.html"
        preview_value = {"text": _("Vitamin D3: the foundation"), "level": "2"}
        form_layout = BlockGroup(
            children=["text", "level"], settings=["contents_label", "is_listed", "anchor", "anchor_was"]
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A hidden field: only the form itself has to know what it showed.
        self.child_blocks["anchor_was"].field.widget = HiddenInput()

    def clean(self, value: Any) -> Any:
        """Return the value with a typed address as it will stand in the page.

        Raises StructBlockValidationError at the address if it has no letters or digits, or is one the page uses itself.
        """
        cleaned = super().clean(value)
        typed = cleaned.get("anchor") or ""
        if typed and typed != cleaned.get("anchor_was"):
            try:
                cleaned["anchor"] = address_of(typed)
            except ValidationError as error:
                raise StructBlockValidationError({"anchor": error}) from error
        return cleaned


def address_of(typed: str) -> str:
    """Return a typed address, or the end of a pasted link, as an anchor; raise ValidationError if it cannot be one."""
    fragment = unquote(typed.rpartition("#")[2])
    if not words_of(fragment):
        raise ValidationError(_("Write at least one letter or digit."))
    anchor = slug(fragment)
    if anchor in RESERVED:
        raise ValidationError(
            _("“%(anchor)s” is used by the page itself. Choose another.") % {"anchor": anchor}
        )
    return anchor


class HeadingBlockAdapter(StructBlockAdapter):
    """Brings the heading's stylesheet into the editor."""

    @cached_property
    def media(self) -> Media:
        return super().media + Media(css={"all": ["blog/css/admin/heading.css"]})


register(HeadingBlockAdapter(), HeadingBlock)
