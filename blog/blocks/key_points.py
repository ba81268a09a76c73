"""What an article comes to, in a few points."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, RichTextBlock, StructBlock

from .text import INLINE_FEATURES


class KeyPointsBlock(StructBlock):
    """Up to six points for those who read nothing else."""

    points = ListBlock(
        RichTextBlock(label=_("Point"), features=INLINE_FEATURES),
        label=_("Points"),
        default=["", ""],
        min_num=1,
        max_num=6,
        help_text=_("One sentence each. Best at the very start of the article."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Key points")
        description = _("What readers should take away, in two to six sentences at the start.")
        template = "blog/blocks/key_points.html"
        preview_value = {
            "points": [
                "<p>Vitamin D3 raises the share of calcium you absorb.</p>",
                "<p>Vitamin K2 activates the proteins that bind calcium into bone.</p>",
                "<p>More is not better: there is an upper level for D3.</p>",
            ]
        }
