"""The screen "Facts of this article": what it states by facts, and what is typed by hand and could be one.

The article is looked at as it was last saved. Everything that is ticked is done together or not at all, as a new draft.
"""

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from ..models import ArticlePage, Fact
from ..proposing.article import figures_of
from ..proposing.linking import ChangedMeanwhileError, carry_out
from .facts_formset import FactsForms
from .facts_said import said_of
from .facts_used import used_facts


def kept_out(articles: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
    """Return articles with their rows locked until the transaction ends: nobody saves another version until then.

    Saving a draft writes the row of the page alone, so that both rows of an article are locked.
    """
    return articles.select_for_update(of=("self", "page_ptr"))


@method_decorator(never_cache, name="dispatch")
class ArticleFactsView(WagtailAdminTemplateMixin, View):
    """Shows the screen, and carries out what was ticked."""

    http_method_names = ["get", "post"]
    template_name = "blog/editor/facts.html"
    page_title = gettext_lazy("Facts of this article")
    header_icon = "fact"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Let in who may edit the article; a copy that follows another page leads to that one."""
        self.stored = get_object_or_404(ArticlePage, pk=page_id)
        if not self.stored.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if self.stored.alias_of_id:
            messages.info(request, _("This page follows another one. These are the facts of that one."))
            return redirect("article_facts", self.stored.alias_of_id)
        return super().dispatch(request, page_id)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show what can be ticked."""
        return self._show(self._forms(None))

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Do what was ticked, and say so. What cannot be done is said, with everything as it was sent."""
        if self.is_locked:
            messages.error(request, _("Nothing was done: this article is locked, or is being reviewed."))
            return self._show(self._forms(request.POST))
        with transaction.atomic():
            # Nobody saves another version between the look at it and ours.
            self.stored = kept_out(ArticlePage.objects.filter(pk=page_id)).get()
            forms = self._forms(request.POST)
            is_done = self._is_current(request) and forms.are_valid() and self._carry_out(forms)
        return redirect("article_facts", self.stored.pk) if is_done else self._show(forms)

    def _is_current(self, request: HttpRequest) -> bool:
        if request.POST.get("revision") == self.revision_mark:
            return True
        messages.warning(
            request,
            _(
                "Nothing was done: somebody has changed the article since you opened this page. These are its figures"
                " now, with what you ticked and wrote. Look again, and send it again."
            ),
        )
        return False

    def _carry_out(self, forms: FactsForms) -> bool:
        """Do what valid forms ask for; tell what came of it, and whether anything was done."""
        links = forms.links()
        if not links:
            messages.error(self.request, _("Nothing is ticked, so nothing was done."))
            return False
        new = sum(link.fact.pk is None for link in links)
        if new and not self.may_add:
            raise PermissionDenied
        before = self.revision
        try:
            with transaction.atomic():
                revision = carry_out(self.article, links, self.request.user)
        except ChangedMeanwhileError:
            messages.error(
                self.request,
                _("Nothing was done: a figure could not be found at its place. Load this page again."),
            )
            return False
        said, buttons = said_of(self.stored, new, links, before, revision)
        messages.success(self.request, said, buttons=buttons)
        return True

    @cached_property
    def revision(self) -> Revision | None:
        """Return the newest version of the article."""
        return self.stored.get_latest_revision()

    @property
    def revision_mark(self) -> str:
        """Return what tells this version from every other: an automatic save writes over a version of its own."""
        return f"{self.revision.pk}@{self.revision.created_at.isoformat()}" if self.revision else ""

    @cached_property
    def article(self) -> ArticlePage:
        """Return the article as it was last saved."""
        return self.stored.get_latest_revision_as_object()

    @cached_property
    def is_locked(self) -> bool:
        """Tell whether this user may not change the article now."""
        lock = self.stored.get_lock()
        return lock is not None and lock.for_user(self.request.user)

    @cached_property
    def may_add(self) -> bool:
        """Tell whether this user may add facts."""
        return policy_registry.get_by_type(Fact).user_has_permission(self.request.user, "add")

    @cached_property
    def figures(self) -> Any:
        """Return the figures of the article."""
        return figures_of(self.article)

    def _forms(self, data: Any) -> FactsForms:
        return FactsForms(data, self.figures, may_add=self.may_add)

    def _show(self, forms: FactsForms) -> HttpResponse:
        return self.render_to_response(self.get_context_data(forms=forms))

    def get_page_subtitle(self) -> str:
        return self.article.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead to the article in the tree of pages, and to its form."""
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.stored.pk]), "label": _("Edit")}
        pages = get_breadcrumbs_items_for_page(self.stored, self.request.user)
        return [*pages, edit, {"url": "", "label": self.page_title}]

    def get_context_data(self, forms: FactsForms, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "article": self.article,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.stored.pk]),
            "forms": forms,
            "is_locked": self.is_locked,
            "may_add": self.may_add,
            "revision_mark": self.revision_mark,
            "used": used_facts(self.figures.uses),
        }
