"""Where a fact stands: every place in articles and their newest drafts, with its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from qnwellness.content.references import References

from ..models import ArticlePage, Fact
from ..uses import Use, uses
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


def standings(fact: Fact, user: Any = None) -> list[Standing]:
    """Return the articles a fact stands in, by title.

    Places of a draft that are the same in the published version are left out. Addresses of forms are given for the
    articles the user may edit; without a user for all.
    """
    found = [
        (use, place) for use in uses(KIND, [fact.pk], of_unpublished=True) for place in _places(use, fact.pk)
    ]
    others = {part for _use, place in found for part in place.parts if isinstance(part, int)} - {fact.pk}
    figures = References().many(KIND, others)
    by_article = sorted(found, key=lambda pair: (pair[0].article.title, pair[0].article.pk))
    return [
        _standing(article, list(pairs), figures, fact, user)
        for article, pairs in groupby(by_article, key=lambda pair: pair[0].article)
    ]


def is_used(fact: Fact) -> bool:
    """Tell whether a fact stands in any article or its newest draft."""
    return next(uses(KIND, [fact.pk], of_unpublished=True), None) is not None


def _places(use: Use, fact: int) -> Iterator[Place]:
    for name in ArticlePage.citing_fields:
        stream = ArticlePage._meta.get_field(name).stream_block
        yield from places(name, stream, list(getattr(use.version, name).raw_data), fact)


def _standing(
    article: ArticlePage, pairs: Iterable[tuple[Use, Place]], figures: dict[int, Fact], fact: Fact, user: Any
) -> Standing:
    language = article.locale.language_code
    words = {pk: other.text_in(language) for pk, other in figures.items()}
    can_edit = user is None or article.permissions_for_user(user).can_edit()
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
    return Standing(article.draft_title or article.title, status, language, tuple(shown))


def _slots(parts: Parts, words: dict[int, str], fact: int, figure: str) -> Iterator[Slot]:
    for part in parts:
        if part == fact:
            yield Slot(figure, is_figure=True)
        else:
            yield Slot(with_words((part,), words))
