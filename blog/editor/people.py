"""Authors and reviewers in the admin: a menu item of their own, with how much they have written and reviewed."""

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..models import Author


class AuthorIndexView(IndexView):
    """The listing, with the number of published articles."""

    def get_base_queryset(self) -> QuerySet[Author]:
        written = Count("bylines__article", filter=Q(bylines__article__live=True), distinct=True)
        reviewed = Count("reviewed_articles", filter=Q(reviewed_articles__live=True), distinct=True)
        return super().get_base_queryset().annotate(written=written, reviewed=reviewed)


class AuthorViewSet(SnippetViewSet):
    """Who writes and who reviews."""

    model = Author
    icon = "user"
    menu_label = _("People")
    menu_order = 240
    add_to_admin_menu = True
    index_view_class = AuthorIndexView
    list_display = [
        "name",
        Column("role", label=_("Role"), sort_key="role"),
        Column("credentials", label=_("Credentials")),
        Column("written", label=_("Articles written"), sort_key="written", width="12%"),
        Column("reviewed", label=_("Articles reviewed"), sort_key="reviewed", width="12%"),
    ]
    list_per_page = 50
    ordering = ["name"]
    search_fields = ["name", "role", "credentials"]
