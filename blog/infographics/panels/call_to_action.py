"""Where to go next."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue, TextBlock, URLBlock

from products.availability import Surface
from products.blocks import ProductChooserBlock
from products.showing import show

from ..poster.panels.call_to_action import CallToAction


class CallToActionPanel(StructBlock):
    """A text that leads to a product, or to another page."""

    title = CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("Text"), rows=3, required=False, max_length=600)
    product = ProductChooserBlock(label=_("Product"), required=False)
    link = URLBlock(
        label=_("Other address"), required=False, help_text=_("Used where no product is chosen or shown.")
    )
    link_label = CharBlock(label=_("Words of the link"), required=False, max_length=80)

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        description = _("Leads from the infographic to a product or a page.")
        template = "blog/infographics/panels/call_to_action.html"
        preview_value = {
            "title": _("Keep reading"),
            "text": _("How much calcium does a day of plants hold?"),
            "link": "https://example.com/",
            "link_label": _("See the table"),
        }

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["shown"] = show(value.get("product"), Surface.CALL_TO_ACTION)
        return context

    def as_poster(self, value: StructValue) -> CallToAction:
        """Return what a poster shows of it: of a product a shopper may not see, nothing."""
        shown = show(value.get("product"), Surface.CALL_TO_ACTION)
        return CallToAction(value["title"], value["text"] or "", shown.name if shown else "")
