"""What to do, one after the other."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue

from ..citations import citations_block
from ..line import LineBlock
from ..poster.panels.steps import Steps
from .titled_text import titled


class StepBlock(StructBlock):
    """One step, with a sentence where it needs one."""

    title = CharBlock(label=_("Step"), max_length=120)
    text = LineBlock(label=_("Text"), required=False, max_length=600)

    class Meta:
        icon = "list-ol"
        label = _("Step")


class StepsPanel(StructBlock):
    """Steps in their order."""

    title = CharBlock(label=_("Title"), max_length=120)
    steps = ListBlock(StepBlock(), label=_("Steps"), min_num=2)
    citations = citations_block()

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("What to do, one after the other.")
        template = "blog/infographics/panels/steps.html"
        preview_value = {
            "title": _("A day with enough calcium"),
            "steps": [
                {"title": _("Breakfast"), "text": _("A bowl of fortified soya yoghurt with almonds.")},
                {"title": _("Lunch"), "text": _("Kale, beans and a slice of bread.")},
                {"title": _("Dinner"), "text": _("Tofu set with calcium, with pak choi.")},
            ],
        }

    def as_poster(self, value: StructValue) -> Steps:
        """Return what a poster shows of it."""
        return Steps(value["title"], tuple(titled(step) for step in value["steps"]))
