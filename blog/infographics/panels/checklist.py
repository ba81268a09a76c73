"""What to do and what to leave."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from ..citations import citations_block
from ..line import LineBlock, words
from ..poster.panels.checklist import Checklist


class ChecklistPanel(StructBlock):
    """Two lists: what to do, and what to leave."""

    title = CharBlock(label=_("Title"), max_length=120)
    do_label = CharBlock(label=_("Name of the first list"), max_length=40, default=_("Do"))
    do = ListBlock(LineBlock(label=_("Point"), max_length=300), label=_("What to do"), default=[])
    avoid_label = CharBlock(label=_("Name of the second list"), max_length=40, default=_("Avoid"))
    avoid = ListBlock(LineBlock(label=_("Point"), max_length=300), label=_("What to leave"), default=[])
    citations = citations_block()

    class Meta:
        icon = "tasks"
        label = _("Checklist")
        description = _("What to do and what to leave, side by side.")
        template = "blog/infographics/panels/checklist.html"
        preview_value = {
            "title": _("Taking vitamin D"),
            "do_label": _("Do"),
            "do": [_("Take it with a meal that holds some fat"), _("Have your level measured once")],
            "avoid_label": _("Avoid"),
            "avoid": [_("Adding up several products that all hold it"), _("Doubling a dose you forgot")],
        }

    def clean(self, value: StructValue) -> StructValue:
        """Return the value. Raises StructBlockValidationError if both lists are empty."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not (cleaned["do"] or cleaned["avoid"]):
            raise StructBlockValidationError(
                {"do": ValidationError(_("Write at least one point, here or in the second list."))}
            )
        return cleaned

    def as_poster(self, value: StructValue) -> Checklist:
        """Return what a poster shows of it."""
        return Checklist(
            value["title"],
            str(value["do_label"]),
            tuple(words(point) for point in value["do"]),
            str(value["avoid_label"]),
            tuple(words(point) for point in value["avoid"]),
        )
