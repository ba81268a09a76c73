"""Puts facts into an article: a new draft, in the name of who did it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail import blocks
from wagtail.actions.create import CreateAction
from wagtail.actions.edit_page import EditPageAction
from wagtail.models import Revision

from ..models import ArticlePage, Fact
from .fields import Raw, TextField, text_fields, with_values
from .figures import Place
from .rich_text import OpenText


class ChangedMeanwhileError(ValueError):
    """The article is not what it was when its figures were read."""


@dataclass(frozen=True, slots=True)
class Link:
    """A fact, stored or not stored yet, and the places to put it at."""

    fact: Fact
    places: tuple[Place, ...]


@transaction.atomic
def carry_out(page: ArticlePage, links: Iterable[Link], user: Any) -> Revision:
    """Store the facts that are new, put all of them at their places, and save that as the newest draft.

    `page` is the article as last saved; it is given the new body. Returns the new version; nothing is published.
    Raises ChangedMeanwhileError where the words do not stand at a place (any more), PermissionDenied for who may not
    edit the article or add facts, and for an article that is locked for them; then nothing is written.
    """
    links = list(links)
    for link in links:
        if link.fact.pk is None:
            CreateAction(link.fact, user=user).execute()
    stream = page.body.stream_block
    page.body = stream.to_python(linked(stream, list(page.body.raw_data), links))
    action = EditPageAction(page, user=user)
    action.execute()
    return action.revision


def linked(stream: blocks.BaseStreamBlock, raw: Raw, links: Iterable[Link]) -> Raw:
    """Return a stored body with facts at these places. Raises ChangedMeanwhileError."""
    wanted: dict[tuple[str, str], list[tuple[Place, int]]] = defaultdict(list)
    for link in links:
        for place in link.places:
            wanted[place.place, place.cell].append((place, link.fact.pk))
    changed = [
        (field.way, _with_facts(field, wanted.pop((field.place, field.cell))))
        for field in text_fields(stream, raw)
        if (field.place, field.cell) in wanted
    ]
    if wanted:
        raise ChangedMeanwhileError(", ".join(place for place, _cell in wanted))
    return with_values(raw, changed)


def _with_facts(field: TextField, places: Iterable[tuple[Place, int]]) -> Any:
    """Return the stored form of a text with facts in place of words, or of a figure that is a fact."""
    if not field.takes_facts:
        raise ChangedMeanwhileError(field.place)
    if field.is_figure:
        # What was typed stays: it is shown where the fact is gone, or does not fit any more.
        return {**field.raw, "fact": [fact for _place, fact in places][-1]}
    text = OpenText(field.raw, field.block.features)
    # Found before the first is put in: what is linked is still found, so that they keep their turns.
    spots = [(text.find(place.words), place, fact) for place, fact in places]
    for found, place, fact in spots:
        if place.turn >= len(found):
            raise ChangedMeanwhileError(place.key)
        try:
            text.put(found[place.turn], fact)
        except ValueError as problem:
            raise ChangedMeanwhileError(place.key) from problem
    return text.stored()
