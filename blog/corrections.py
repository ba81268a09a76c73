"""What may become of a correction once it was published: it stays, in its place. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

_MARKUP = re.compile(r"<[^<>]*>")

# A correction in its stored form: id, type, and a value with `made_on` and `text`.
Stored = Mapping[str, Any]


class Loss(StrEnum):
    """What would be lost of a published correction."""

    ITSELF = "itself"
    DATE = "its date"
    WORDS = "its words"
    PLACE = "its place"


class Lost(NamedTuple):
    """A published correction an edit would take something from: its number, its date, and what is lost."""

    number: int
    made_on: date | None
    loss: Loss


def lost(published: Iterable[Stored], edited: Iterable[Stored]) -> list[Lost]:
    """Return what an edit would take from corrections that were published, in the order of their numbers.

    Words and date may be mended, and corrections added after the published ones: numbers are stated elsewhere
    and never change.
    """
    before, after = list(published), list(edited)
    now = {item.get("id"): place for place, item in enumerate(after)}
    losses = []
    for place, item in enumerate(before):
        loss = _loss(place, now.get(item.get("id")), after)
        if loss:
            losses.append(Lost(place + 1, correction_date(item), loss))
    gone = [found for found in losses if found.loss is Loss.ITSELF]
    # Those after a missing one have moved because it is missing.
    return gone or losses


def restored(published: Iterable[Stored], edited: Iterable[Stored]) -> list[Stored]:
    """Return the corrections of an edit with the published ones that are missing put back under their numbers."""
    after = list(edited)
    present = {item.get("id") for item in after}
    for place, item in enumerate(published):
        if item.get("id") not in present:
            after.insert(place, item)
    return after


def correction_date(item: Stored) -> date | None:
    """Return when a stored correction was made, or None where it does not say."""
    made_on = item["value"].get("made_on")
    if isinstance(made_on, date):
        return made_on
    try:
        return date.fromisoformat(made_on or "")
    except ValueError:
        return None


def last_correction(items: Iterable[Stored]) -> date | None:
    """Return the date of the latest correction, or None where there is none with a date."""
    return max(filter(None, map(correction_date, items)), default=None)


def _loss(place: int, now: int | None, after: Sequence[Stored]) -> Loss | None:
    if now is None:
        return Loss.ITSELF
    if not correction_date(after[now]):
        return Loss.DATE
    if not _MARKUP.sub("", str(after[now]["value"].get("text") or "")).strip():
        return Loss.WORDS
    return None if now == place else Loss.PLACE
