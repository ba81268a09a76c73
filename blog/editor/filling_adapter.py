"""Gives the form of an infographic its button "Fill from text or HTML"."""

from typing import Any

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.blocks.struct_block import StructBlockAdapter

from ..blocks.infographic import InfographicBlock


class InfographicBlockAdapter(StructBlockAdapter):
    """Hands the form's script the address of the dialog and its own words."""

    js_constructor = "blog.blocks.InfographicBlock"

    def js_args(self, block: InfographicBlock) -> list[Any]:
        """Return the arguments of a structure's form, with ours among its options."""
        name, children, options = super().js_args(block)
        return [
            name,
            children,
            {**options, "filling": {"address": reverse("infographic_filling"), **_words()}},
        ]

    @cached_property
    def media(self) -> Media:
        return super().media + Media(
            js=["wagtailadmin/js/modal-workflow.js", "blog/js/fill_infographic.js"],
            css={"all": ["blog/css/admin/fill_infographic.css"]},
        )


def _words() -> dict[str, str]:
    return {
        "open": _("Fill from text or HTML"),
        "undo": _("Undo"),
        "used": _("The panels are in the form."),
        "undone": _("The infographic is as it was before."),
        "failed": _("The panels could not be read. Check your connection and try again."),
        "tooMany": _(
            "An infographic holds {most} panels at most; choose fewer, or replace the present ones."
        ),
        "noneChosen": _("Choose at least one panel."),
        "copied": _("Copied"),
        "rich": _("Pasted with its layout."),
        "most": "12",
    }
