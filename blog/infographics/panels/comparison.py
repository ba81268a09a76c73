"""Two or more things compared in a table."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from ..citations import citations_block
from ..line import LineBlock, words
from ..poster.panels.comparison import Comparison


class ComparisonPanel(StructBlock):
    """A table whose first column names the rows."""

    title = CharBlock(label=_("Title"), max_length=120)
    table = TypedTableBlock(
        [("text", LineBlock(label=_("Text"), required=False, max_length=200))],
        label=_("Table"),
        help_text=_("The first column names the rows. Two to five columns are read well on a phone."),
    )
    citations = citations_block()

    class Meta:
        icon = "table"
        label = _("Comparison")
        description = _("Two or more things side by side, row by row.")
        template = "blog/infographics/panels/comparison.html"
        preview_value = {
            "title": _("D2 and D3"),
            "table": {
                "caption": "",
                "columns": [
                    {"type": "text", "heading": ""},
                    {"type": "text", "heading": _("Vitamin D2")},
                    {"type": "text", "heading": _("Vitamin D3")},
                ],
                "rows": [
                    {"values": [_("Where it comes from"), _("Mushrooms"), _("Sun on skin, fish, lichen")]},
                    {"values": [_("How it keeps the level up"), _("Less well"), _("Better")]},
                ],
            },
        }

    def clean(self, value: StructValue) -> StructValue:
        """Return the value. Raises StructBlockValidationError at a table that compares nothing."""
        cleaned = super().clean(value)
        table = cleaned["table"]
        if not self.is_deferred_validation and (len(table.columns) < 2 or not table.row_data):
            raise StructBlockValidationError(
                {"table": ValidationError(_("Give the table at least two columns and one row."))}
            )
        return cleaned

    def as_poster(self, value: StructValue) -> Comparison:
        """Return what a poster shows of it."""
        table: Any = value["table"]
        rows = (tuple(words(cell.value) for cell in row) for row in table.rows)
        return Comparison(value["title"], tuple(column["heading"] for column in table.columns), tuple(rows))
