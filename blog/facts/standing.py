"""Where a fact stands: every place in articles and their newest drafts, with its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from qnwellness.content.references import References
from qnwellness.content.visibility import is_public, restricted_paths

from ..models import ArticlePage, Fact
from ..uses import Use, editable, uses
from .places import KIND, Parts, Place, places, with_words


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of a sentence: words, or (`is_figure`) the figure of the fact that is being looked at."""

    text: str
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place as the page of a fact lists it. `url` leads to it in the form of its article."""

    slots: tuple[Slot, ...]
    where: str
    url: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """An article a fact stands in, with its places there. `status` is empty for a published article."""

    title: str
    status: str
    language: str
    places: tuple[ShownPlace, ...]


@dataclass(frozen=True, slots=True)
class Standings:
    """The articles a fact stands in, by title, and how many others the user may not see."""

    shown: tuple[Standing, ...]
    hidden: int


def standings(fact: Fact, user: Any) -> Standings:
    """Return where a fact stands, as far as a user may know.

    Of an article the user may edit that is all, with the way to its form; of another one what every reader sees.
    Places of a draft that are the same in the published version are left out. The number of queries does not grow
    with the articles.
    """
    everywhere = list(uses(KIND, [fact.pk], of_unpublished=True))
    allowed, restricted = editable((use.article for use in everywhere), user), restricted_paths()
    seen = [
        use
        for use in everywhere
        if use.article.pk in allowed or (not use.is_draft and is_public(use.article, restricted))
    ]
    hidden = {use.article.pk for use in everywhere} - {use.article.pk for use in seen}
    return Standings(tuple(_shown(fact, seen, allowed)), len(hidden))


def _shown(fact: Fact, seen: Iterable[Use], allowed: set[int]) -> Iterator[Standing]:
    found = [(use, place) for use in seen for place in _places(use, fact.pk)]
    others = {part for _use, place in found for part in place.parts if isinstance(part, int)} - {fact.pk}
    figures = References().many(KIND, others)
    by_article = sorted(found, key=lambda pair: (pair[0].article.title, pair[0].article.pk))
    for article, pairs in groupby(by_article, key=lambda pair: pair[0].article):
        yield _standing(article, list(pairs), figures, fact, article.pk in allowed)


def _places(use: Use, fact: int) -> Iterator[Place]:
    for name in ArticlePage.citing_fields:
        stream = ArticlePage._meta.get_field(name).stream_block
        yield from places(name, stream, use.stored[name], fact)


def _standing(
    article: ArticlePage,
    pairs: Iterable[tuple[Use, Place]],
    figures: dict[int, Fact],
    fact: Fact,
    can_edit: bool,
) -> Standing:
    language = article.locale.language_code
    words = {pk: other.text_in(language) for pk, other in figures.items()}
    form = reverse("wagtailadmin_pages:edit", args=[article.pk]) if can_edit else ""
    published: set[tuple[str, Parts]] = set()
    shown = []
    for use, place in pairs:
        # The published version comes first.
        if (place.path, place.parts) in published:
            continue
        if not use.is_draft:
            published.add((place.path, place.parts))
        shown.append(
            ShownPlace(
                slots=tuple(_slots(place.parts, words, fact.pk, fact.text_in(language))),
                where=" › ".join((*([place.section] if place.section else []), *place.labels)),
                url=f"{form}#:w:contentpath={place.path}" if form else "",
                is_draft=use.is_draft and article.live,
            )
        )
    status = "" if article.live else _("Not published")
    title = article.draft_title if can_edit else article.title
    return Standing(title or article.title, status, language, tuple(shown))


def _slots(parts: Parts, words: dict[int, str], fact: int, figure: str) -> Iterator[Slot]:
    for part in parts:
        if part == fact:
            yield Slot(figure, is_figure=True)
        else:
            yield Slot(with_words((part,), words))
