"""Facts in the admin: a menu item of their own, with listing, form, history and chooser."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, UsageCountColumn
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from ..models import Fact
from .chooser import FactChooserViewSet
from .figure import FigureView
from .forms import FactForm
from .listing import CheckedColumn, FactIndexView
from .panels import FigurePanel, StandingPanel


class _SavedByHand:
    """A figure is stored when somebody says so: half of it, saved by itself, would stand in every article."""

    def setup(self, *args: Any, **kwargs: Any) -> None:
        super().setup(*args, **kwargs)
        self.autosave_enabled = False


class FactCreateView(_SavedByHand, CreateView):
    """The form of a new fact."""


class FactEditView(_SavedByHand, EditView):
    """The form of a fact, and where it stands."""


class FactViewSet(SnippetViewSet):
    """Figures, each stated once."""

    model = Fact
    icon = "fact"
    menu_label = _("Facts")
    menu_order = 260
    add_to_admin_menu = True
    index_view_class = FactIndexView
    add_view_class = FactCreateView
    edit_view_class = FactEditView
    chooser_viewset_class = FactChooserViewSet
    list_display = [
        "statement",
        Column("readers_text", label=_("Figure"), sort_key="low"),
        Column("qualifier", label=_("Condition")),
        Column("nutrient", label=_("Nutrient"), sort_key="nutrient"),
        CheckedColumn("verified_on", label=_("Checked on"), sort_key="verified_on"),
        UsageCountColumn("usage_count", label=_("Used"), sort_key="usage_count", width="10%"),
    ]
    list_per_page = 50
    ordering = ["statement", "pk"]
    chooser_per_page = 20
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("statement"),
                    FieldRowPanel([FieldPanel("low"), FieldPanel("high"), FieldPanel("unit")]),
                    FigurePanel(),
                    FieldPanel("nutrient"),
                ],
                heading=_("Figure"),
            ),
            StandingPanel(),
            MultiFieldPanel(
                [FieldPanel("qualifier"), FieldPanel("population"), FieldPanel("evidence")],
                heading=_("For whom and when"),
            ),
            FieldPanel("sources", heading=_("Sources")),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("verified_on"), FieldPanel("verify_by")])], heading=_("Checking")
            ),
        ],
        base_form_class=FactForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("figure/", FigureView.as_view(), name="figure")]
