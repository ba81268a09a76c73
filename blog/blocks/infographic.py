"""An infographic: typed panels under one title."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock

from ..infographics.line import LineBlock
from ..infographics.panels import PANELS


class InfographicBlock(StructBlock):
    """One labelled figure made of panels."""

    title = CharBlock(label=_("Title"), max_length=160)
    subtitle = CharBlock(label=_("Subtitle"), required=False, max_length=200)
    lead = LineBlock(label=_("Lead"), required=False, max_length=600)
    panels = StreamBlock(PANELS, label=_("Panels"), max_num=12)

    class Meta:
        icon = "infographic"
        label = _("Infographic")
        description = _("Figures and points as panels: real text, drawn as a picture.")
        template = "blog/blocks/infographic.html"
        preview_value = {
            "title": _("D3 and K2 at a glance"),
            "subtitle": _("Each owns one half of the job"),
            "lead": _("Calcium has to be absorbed, and then it has to be placed."),
            "panels": [(name, block.get_preview_value()) for name, block in PANELS[:3]],
        }
