"""A quotation."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock, URLBlock


class QuoteBlock(StructBlock):
    """Words of somebody else, with who said them and where."""

    text = TextBlock(label=_("Quotation"), rows=3)
    attribution = CharBlock(label=_("Who said it"), required=False, max_length=200)
    source = CharBlock(
        label=_("Where"), required=False, max_length=200, help_text=_("The book, paper or talk it is from.")
    )
    address = URLBlock(
        label=_("Address of the source"),
        required=False,
        help_text=_("Where readers can see it for themselves."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's words, set apart from the text, with where they are from.")
        template = "blog/blocks/quote.html"
        preview_value = {
            "text": _("Bone looks still and is not: every day some is taken down and some is put back."),
            "attribution": _("Ada Lim"),
            "source": _("A textbook of physiology"),
        }
