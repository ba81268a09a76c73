"""A quotation."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock


class QuoteBlock(StructBlock):
    """Words of somebody else, with who said them."""

    text = TextBlock(label=_("Quotation"), rows=3)
    attribution = CharBlock(label=_("Who said it, and where"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's words, set apart from the text.")
        template = "blog/blocks/quote.html"
        preview_value = {
            "text": _("Bone looks still and is not: every day some is taken down and some is put back."),
            "attribution": _("A textbook of physiology"),
        }
