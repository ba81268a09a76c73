"""What a poster cannot show as it is meant: panels without room, characters without a font."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from .composing.card import Card
from .composing.pin import fitted_pin
from .seen import seen
from .text.shaping import missing
from .value import Poster


@dataclass(frozen=True, slots=True)
class Legibility:
    """Of a face of a poster: how many of its panels it shows, and how many not.

    What is left out would need type smaller than `composing.limits.READABLE`.
    """

    face: str
    shown: int
    left_out: int


def legibility(poster: Poster) -> tuple[Legibility, ...]:
    """Return how much each face of fixed size shows, card and pin; the poster itself always shows everything.

    A card is meant to show one panel or two and to lead on to the others: it says too little only if it shows none.
    """
    count = len(poster.panels)
    if not count:
        return ()
    poster = seen(poster)
    shown = {"card": len(Card(poster).shown), "pin": len(fitted_pin(poster).shown)}
    return tuple(Legibility(face, number, count - number) for face, number in shown.items())


def missing_characters(poster: Poster) -> tuple[str, ...]:
    """Return the characters no font has, which are drawn as a replacement; each once, in reading order."""
    found = (letter for text in _texts(asdict(seen(poster))) for letter in missing("sans", text))
    return tuple(dict.fromkeys(found))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
