"""What to do when nothing is found: names close to the words asked for, and new articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models import Count, QuerySet
from taggit.models import Tag

from blog.listing import as_cards, originals
from blog.models import ArticlePage
from qnwellness.content.visibility import public, restricted_paths
from qnwellness.content.words import terms

from .question import Question

TAGS = 6
ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Tags that are near to what was asked, or else the most used ones, and the newest articles."""

    tags: list[Tag]
    are_near: bool
    articles: QuerySet


def suggest(question: Question) -> Suggestions:
    """Return what else there is. Four queries."""
    articles = originals(public(ArticlePage.objects.all(), restricted_paths()))
    used = (
        Tag.objects.filter(blog_articletag_items__content_object__in=articles.values("pk"))
        .exclude(slug="")
        .annotate(used=Count("pk"))
        .order_by("-used", "name")
    )
    tags = list(used)
    near = [tag for tag in tags if _is_near(tag.name, question.terms)]
    newest = as_cards(articles.order_by("-published_at", "-pk"))[:ARTICLES]
    return Suggestions(tags=(near or tags)[:TAGS], are_near=bool(near), articles=newest)


def _is_near(name: str, asked: Iterable[str]) -> bool:
    """Tell whether a name holds one of the words, begins like one, or is written nearly like one."""
    words = terms(name)
    return any(
        get_close_matches(term, words, n=1, cutoff=0.75) or any(word.startswith(term) for word in words)
        for term in asked
    )
