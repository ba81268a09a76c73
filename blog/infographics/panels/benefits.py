"""What it is good for."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue

from ..citations import citations_block
from ..poster.panels.benefits import Benefits
from .titled_text import TitledTextBlock, titled


class BenefitsPanel(StructBlock):
    """A few benefits side by side."""

    title = CharBlock(label=_("Title"), max_length=120)
    benefits = ListBlock(TitledTextBlock(label=_("Benefit")), label=_("Benefits"), min_num=1)
    citations = citations_block()

    class Meta:
        icon = "pick"
        label = _("Benefits")
        description = _("What it is good for, each with a sentence.")
        template = "blog/infographics/panels/benefits.html"
        preview_value = {
            "title": _("Beyond bones"),
            "benefits": [
                {"title": _("Muscle"), "text": _("Vitamin D contributes to normal muscle function.")},
                {
                    "title": _("Immunity"),
                    "text": _("It contributes to the normal function of the immune system."),
                },
            ],
        }

    def as_poster(self, value: StructValue) -> Benefits:
        """Return what a poster shows of it."""
        return Benefits(value["title"], tuple(titled(point) for point in value["benefits"]))
