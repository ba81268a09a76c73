"""Publications in the admin: a menu item of their own, with listing, form and chooser."""

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, UsageCountColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..models import Source
from .by_number import by_number
from .chooser import SourceChooserViewSet
from .forms import SourceForm
from .paste import PasteView


class SourceIndexView(IndexView):
    """The listing, with how often each publication is used."""

    def get_base_queryset(self) -> QuerySet[Source]:
        return super().get_base_queryset().annotate(usage_count=ReferenceIndex.usage_count_subquery(Source))

    def search_queryset(self, queryset: QuerySet[Source]) -> Any:
        """Find by words, and by a DOI or PubMed number."""
        numbered = by_number(queryset, self.search_query)
        return super().search_queryset(queryset) if numbered is None else numbered

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer pasting to everybody who may add."""
        buttons = super().header_buttons
        if not self.permission_policy.user_has_permission(self.request.user, "add"):
            return buttons
        address = reverse("wagtailsnippets_blog_source:paste")
        return [*buttons, HeaderButton(_("Add by pasting"), url=address, icon_name="clipboard-list")]


class SourceViewSet(SnippetViewSet):
    """What articles cite."""

    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    menu_order = 250
    add_to_admin_menu = True
    index_view_class = SourceIndexView
    chooser_viewset_class = SourceChooserViewSet
    list_display = [
        "title",
        Column("label", label=_("Cited as")),
        Column("container", label=_("Published in"), sort_key="container"),
        Column("year", label=_("Year"), sort_key="year", width="6%"),
        Column("get_type_display", label=_("Type"), sort_key="type"),
        UsageCountColumn("usage_count", label=_("Used"), sort_key="usage_count", width="12%"),
    ]
    list_filter = ["type", "year"]
    list_per_page = 50
    ordering = ["authors", "year", "title"]
    chooser_per_page = 20
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("type"), FieldPanel("title"), FieldPanel("authors")], heading=_("Publication")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("container"),
                    FieldPanel("publisher"),
                    FieldRowPanel(
                        [FieldPanel("year"), FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]
                    ),
                ],
                heading=_("Where and when"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("doi"), FieldPanel("pmid")]), FieldPanel("url")],
                heading=_("Where readers find it"),
            ),
            FieldPanel("note"),
        ],
        base_form_class=SourceForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("paste/", PasteView.as_view(), name="paste")]
