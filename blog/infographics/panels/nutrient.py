"""What one nutrient does, and where it is found."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue

from ..citations import citations_block
from ..line import LineBlock, words
from ..poster.panels.nutrient import Nutrient


class NutrientPanel(StructBlock):
    """A nutrient with a few points and its food sources."""

    title = CharBlock(label=_("Title"), max_length=120)
    points = ListBlock(LineBlock(label=_("Point"), max_length=300), label=_("Points"), min_num=1)
    sources_label = CharBlock(
        label=_("Name of the food line"), required=False, max_length=40, default=_("In food")
    )
    sources = CharBlock(label=_("Food sources"), required=False, max_length=400)
    citations = citations_block()

    class Meta:
        icon = "leaf"
        label = _("Nutrient")
        description = _("What one nutrient does, in a few points, and the foods that hold it.")
        template = "blog/infographics/panels/nutrient.html"
        preview_value = {
            "title": _("Vitamin D3: the absorber"),
            "points": [_("Raises calcium uptake from the gut"), _("Supports the cells that build bone")],
            "sources_label": _("In food"),
            "sources": _("oily fish, egg yolk, fortified milk"),
        }

    def as_poster(self, value: StructValue) -> Nutrient:
        """Return what a poster shows of it."""
        points = tuple(words(point) for point in value["points"])
        # A label that was never stored is its translated default, which is no text yet.
        return Nutrient(value["title"], points, str(value["sources_label"] or ""), value["sources"] or "")
