"""Keeps a source that readers are referred to, or that a fact rests on, from being deleted."""

from collections.abc import Sequence

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from ..models import ArticlePage, Fact, Source
from ..uses import editable
from .cited_by import citing_articles, facts_naming
from .naming import titles

MOST_NAMED = 5


def refuse_to_delete_cited(request: HttpRequest, instances: Sequence[Model]) -> HttpResponse | None:
    """Go back to the list if a published article or its newest draft cites any of these, or a fact names it.

    The articles or facts are named, with the way to each.

    Answers before the question whether to delete is asked, for one source and for several. Says nothing of other
    snippets.
    """
    sources = [instance for instance in instances if isinstance(instance, Source)]
    ids = [source.pk for source in sources]
    articles = citing_articles(ids, MOST_NAMED) if ids else []
    facts = facts_naming(ids, MOST_NAMED) if ids else []
    if not articles and not facts:
        return None
    if articles:
        allowed = editable(articles, request.user)
        named = [article for article in articles if article.pk in allowed]
        refusal = _refusal(sources, named, len(articles) - len(named), is_cut=len(articles) == MOST_NAMED)
        messages.error(request, refusal, buttons=list(map(_link, named)))
    if facts:
        messages.error(request, _refusal_of_facts(sources, facts), buttons=list(map(_link_to_fact, facts)))
    return redirect("wagtailsnippets_blog_source:list")


def _refusal(sources: Sequence[Source], named: Sequence[ArticlePage], hidden: int, *, is_cut: bool) -> str:
    """Return why the sources stay, and what to do; articles the user may not edit are counted only."""
    what = {"source": sources[0], "articles": ", ".join(titles([article.title for article in named], hidden))}
    if is_cut:
        what["articles"] = _("%(articles)s and perhaps more") % what
    return (
        ngettext(
            "“%(source)s” is not deleted: published articles cite it, or their drafts do: %(articles)s. "
            "Take the citations out first.",
            "Nothing is deleted: published articles cite some of these sources, or their drafts do: "
            "%(articles)s. Take the citations out first.",
            len(sources),
        )
        % what
    )


def _refusal_of_facts(sources: Sequence[Source], facts: Sequence[Fact]) -> str:
    """Return why sources that facts name stay, and what to do."""
    what = {"source": sources[0], "facts": ", ".join(f"“{fact}”" for fact in facts)}
    if len(facts) == MOST_NAMED:
        what["facts"] = _("%(facts)s and perhaps more") % what
    return (
        ngettext(
            "“%(source)s” is not deleted: facts name it as their source: %(facts)s. Give them another first.",
            "Nothing is deleted: facts name some of these sources: %(facts)s. Give them others first.",
            len(sources),
        )
        % what
    )


def _link_to_fact(fact: Fact) -> messages.button:
    return messages.button(reverse("wagtailsnippets_blog_fact:edit", args=[fact.pk]), fact.statement)


def _link(article: ArticlePage) -> messages.button:
    return messages.button(reverse("wagtailadmin_pages:edit", args=[article.pk]), article.title)
