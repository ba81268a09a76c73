"""What a fact's form shows beside its fields: the figure as readers see it, and where it stands."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from ..models import Fact
from .standing import Standings, standings


class FigurePanel(Panel):
    """The figure as readers will see it, while it is typed."""

    class BoundPanel(Panel.BoundPanel):
        """Its line; the script fills it from the second letter on."""

        template_name = "blog/facts/figure_panel.html"

        class Media:
            js = ["blog/js/fact_form.js"]
            css = {"all": ["blog/css/admin/fact_form.css"]}

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            shown = self.instance.readers_text if self.instance.low is not None else ""
            return {**context, "shown": shown, "figure_url": reverse("wagtailsnippets_blog_fact:figure")}


class StandingPanel(Panel):
    """Every place a fact stands at, with its sentence before and after the edit."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Where it stands"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        """The places of a stored fact; a new one has none."""

        template_name = "blog/facts/standing_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        @cached_property
        def standings(self) -> Standings:
            """Return the articles with their places, for the figure as it is stored: the form may hold another."""
            return standings(Fact.objects.get(pk=self.instance.pk), self.request.user)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            count = sum(len(standing.places) for standing in self.standings.shown)
            return {**super().get_context_data(parent_context), "standings": self.standings, "count": count}
