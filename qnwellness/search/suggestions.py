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
# Anybody may ask for anything: so many words are compared with those of so many tags, the most used ones.
MOST_WORDS, MOST_TAGS = 4, 200
# How alike two words are whose tag is meant: one wrong sign in four, two in eight.
ALIKE = 0.75


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
    tags = list(used[:MOST_TAGS])
    near = _near(tags, question.terms[:MOST_WORDS])
    newest = as_cards(articles.order_by("-published_at", "-pk"))[:ARTICLES]
    return Suggestions(tags=(near or tags)[:TAGS], are_near=bool(near), articles=newest)


def _near(tags: Iterable[Tag], asked: Iterable[str]) -> list[Tag]:
    """Return the tags that hold one of the words, begin a word like one, or have one written nearly like one."""
    words = {tag: frozenset(terms(tag.name)) for tag in tags}
    known = {word for found in words.values() for word in found}
    near = {word for term in asked for word in _alike(term, known)}
    return [tag for tag, found in words.items() if found & near]


def _alike(term: str, known: Iterable[str]) -> set[str]:
    """Return the known words that are a word, begin with it, or differ from it by a slip."""
    # Hardly anybody mistakes both the first and the last sign of a word: most words need no comparison.
    likely = [word for word in known if word[0] == term[0] or word[-1] == term[-1]]
    begun = {word for word in likely if word.startswith(term)}
    return begun.union(get_close_matches(term, likely, n=len(likely) or 1, cutoff=ALIKE))
