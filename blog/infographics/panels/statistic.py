"""One big figure with its context."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue

from ..citations import citations_block
from ..line import LineBlock, words
from ..poster.panels.statistic import Statistic


class StatisticPanel(StructBlock):
    """A figure that speaks for itself, and the sentence that keeps it honest."""

    title = CharBlock(label=_("Title"), max_length=120)
    figure = LineBlock(
        label=_("Figure"), max_length=60, help_text=_("With its unit, and nothing else: “30–40%”.")
    )
    context = LineBlock(
        label=_("What it means"), max_length=300, help_text=_("Of what, in whom, compared with what.")
    )
    citations = citations_block()

    class Meta:
        icon = "statistic"
        label = _("Statistic")
        description = _("One big figure, and what it means.")
        template = "blog/infographics/panels/statistic.html"
        preview_value = {
            "title": _("Calcium taken up"),
            "figure": "30–40%",
            "context": _("of the calcium in a meal is taken up with enough vitamin D"),
        }

    def as_poster(self, value: StructValue) -> Statistic:
        """Return what a poster shows of it."""
        return Statistic(value["title"], words(value["figure"]), words(value["context"]))
