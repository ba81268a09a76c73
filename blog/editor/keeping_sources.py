"""Keeps a source that readers are referred to from being deleted."""

from collections.abc import Sequence

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from ..models import ArticlePage, Source
from .cited_by import citing_articles

MOST_NAMED = 5


def refuse_to_delete_cited(request: HttpRequest, instances: Sequence[Model]) -> HttpResponse | None:
    """Go back to the list, naming the articles, if a published article or its newest draft cites any of these.

    Answers before the question whether to delete is asked, for one source and for several. Says nothing of other
    snippets.
    """
    sources = [instance for instance in instances if isinstance(instance, Source)]
    articles = citing_articles([source.pk for source in sources], MOST_NAMED) if sources else []
    if not articles:
        return None
    messages.error(request, _refusal(sources, articles), buttons=list(map(_link, articles)))
    return redirect("wagtailsnippets_blog_source:list")


def _refusal(sources: Sequence[Source], articles: Sequence[ArticlePage]) -> str:
    """Return why the sources stay, and what to do."""
    titles = ", ".join(f"“{article.title}”" for article in articles)
    what = {"source": sources[0], "articles": titles}
    if len(articles) == MOST_NAMED:
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


def _link(article: ArticlePage) -> messages.button:
    return messages.button(reverse("wagtailadmin_pages:edit", args=[article.pk]), article.title)
