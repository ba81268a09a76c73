"""Keeps a fact that stands in articles from being deleted."""

from collections.abc import Sequence

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from ..facts.places import KIND
from ..models import ArticlePage, Fact
from ..uses import editable, uses
from .naming import titles

MOST_NAMED = 5


def refuse_to_delete_used(request: HttpRequest, instances: Sequence[Model]) -> HttpResponse | None:
    """Refuse if any article, or its newest draft, published or not, uses any of these; name where.

    Of one fact goes to its page, which lists every place with its sentence; of several to the list of facts. Answers
    before the question whether to delete is asked. Says nothing of other snippets.
    """
    facts = [instance for instance in instances if isinstance(instance, Fact)]
    articles = using_articles([fact.pk for fact in facts], MOST_NAMED) if facts else []
    if not articles:
        return None
    allowed = editable(articles, request.user)
    named = [article for article in articles if article.pk in allowed]
    refusal = _refusal(facts, named, len(articles) - len(named), is_cut=len(articles) == MOST_NAMED)
    messages.error(request, refusal, buttons=list(map(_link, named)))
    if len(facts) == 1 and request.user.has_perm("blog.change_fact"):
        return redirect("wagtailsnippets_blog_fact:edit", facts[0].pk)
    return redirect("wagtailsnippets_blog_fact:list")


def using_articles(facts: Sequence[int], most: int) -> list[ArticlePage]:
    """Return articles any of the facts (ids) stand in, now or in their newest draft, no more than `most`."""
    found: dict[int, ArticlePage] = {}
    for use in uses(KIND, facts, of_unpublished=True):
        found.setdefault(use.article.pk, use.article)
        if len(found) == most:
            break
    return list(found.values())


def _refusal(facts: Sequence[Fact], named: Sequence[ArticlePage], hidden: int, *, is_cut: bool) -> str:
    """Return why the facts stay, and what to do; articles the user may not edit are counted only."""
    what = {"fact": facts[0], "articles": ", ".join(titles([_title(article) for article in named], hidden))}
    if is_cut:
        what["articles"] = _("%(articles)s and perhaps more") % what
    return (
        ngettext(
            "“%(fact)s” is not deleted: articles use it, or their drafts do: %(articles)s. Take it out of each "
            "sentence first.",
            "Nothing is deleted: articles use some of these facts, or their drafts do: %(articles)s. Take them out "
            "of each sentence first.",
            len(facts),
        )
        % what
    )


def _title(article: ArticlePage) -> str:
    return article.title or article.draft_title or _("Untitled")


def _link(article: ArticlePage) -> messages.button:
    return messages.button(reverse("wagtailadmin_pages:edit", args=[article.pk]), _title(article))
