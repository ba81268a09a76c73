"""What an editor does most, at the top of the admin's first page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from ..facts.listing import overdue
from ..models import ArticlePage, BlogIndexPage, Fact

DRAFTS = 5


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal with the ways into it; `add_url` is empty for who may not add an article."""

    title: str
    url: str
    add_url: str


class ArticlesPanel(Component):
    """The ways to the journal, to a new article, and to what is unfinished. Nothing for who may work in no journal."""

    name = "articles"
    template_name = "blog/editor/dashboard.html"
    order = 100

    def render_html(self, parent_context: Any = None) -> str:
        """Return the panel, or nothing."""
        user = parent_context["request"].user
        journals = _journals(user)
        if not journals:
            return ""
        context = {"journals": journals, "report_url": reverse("article_report"), "drafts": _drafts(user)}
        context["overdue_facts"] = _overdue_facts(user)
        context["facts_url"] = reverse("wagtailsnippets_blog_fact:list") + "?checked=overdue"
        return render_to_string(self.template_name, context, request=parent_context["request"])


def _journals(user: Any) -> list[Journal]:
    """Return the journals in which a user may do anything; as many queries as there are journals, and one."""
    journals = page_permission_policy.explorable_instances(user).type(BlogIndexPage).specific()
    return [
        Journal(
            journal.title,
            reverse("wagtailadmin_explore", args=[journal.pk]),
            _add_url(journal) if journal.permissions_for_user(user).can_add_subpage() else "",
        )
        for journal in journals
    ]


def _add_url(journal: BlogIndexPage) -> str:
    model = ArticlePage._meta
    return reverse("wagtailadmin_pages:add", args=[model.app_label, model.model_name, journal.pk])


def _drafts(user: Any) -> list[tuple[str, str]]:
    """Return the titles and addresses of the articles whose changes a user has last saved and nobody published."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
    drafts = ArticlePage.objects.filter(
        pk__in=allowed.values("pk"), alias_of=None, has_unpublished_changes=True, latest_revision__user=user
    ).order_by("-latest_revision_created_at")
    return [
        (
            draft.draft_title or draft.title or _("Untitled"),
            reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        )
        for draft in drafts[:DRAFTS]
    ]


def _overdue_facts(user: Any) -> int:
    """Return how many facts should have been checked again; 0 for who may not change any."""
    return overdue(Fact.objects.all()).count() if user.has_perm("blog.change_fact") else 0


def add_articles_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Put the panel before those of Wagtail."""
    panels.insert(0, ArticlesPanel())
