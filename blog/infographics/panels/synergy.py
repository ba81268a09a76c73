"""How nutrients work together."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue

from ..citations import citations_block
from ..poster.panels.synergy import Synergy
from .titled_text import TitledTextBlock, titled


class SynergyPanel(StructBlock):
    """What two or more nutrients do together."""

    title = CharBlock(label=_("Title"), max_length=120)
    points = ListBlock(TitledTextBlock(), label=_("Points"), min_num=1)
    citations = citations_block()

    class Meta:
        icon = "link"
        label = _("Working together")
        description = _("What nutrients do for each other, point by point.")
        template = "blog/infographics/panels/synergy.html"
        preview_value = {
            "title": _("Working together"),
            "points": [
                {"title": _("Absorbed"), "text": _("D3 raises the share of calcium that is taken up.")},
                {"title": _("Placed"), "text": _("K2 activates the proteins that bind it into bone.")},
            ],
        }

    def as_poster(self, value: StructValue) -> Synergy:
        """Return what a poster shows of it."""
        return Synergy(value["title"], tuple(titled(point) for point in value["points"]))
