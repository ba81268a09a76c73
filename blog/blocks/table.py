"""A table."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, RichTextBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from .text import INLINE_FEATURES


class TableBlock(StructBlock):
    """Rows and columns with a caption; the first row always names the columns."""

    table = TypedTableBlock(
        [
            ("text", CharBlock(required=False, label=_("Text"))),
            (
                "rich_text",
                RichTextBlock(required=False, features=INLINE_FEATURES, label=_("Text with links")),
            ),
        ],
        label=_("Table"),
    )
    first_column_is_header = BooleanBlock(
        label=_("The first column names the rows"), required=False, default=True
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Figures side by side, with named columns.")
        template = "blog/blocks/table.html"
        preview_value = {
            "first_column_is_header": True,
            "table": {
                "caption": _("Vitamin D in food"),
                "columns": [
                    {"type": "text", "heading": _("Food")},
                    {"type": "text", "heading": _("µg in 100 g")},
                ],
                "rows": [{"values": [_("Salmon"), "11"]}, {"values": [_("Egg yolk"), "5"]}],
            },
        }
