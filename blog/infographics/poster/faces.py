"""The three faces of an infographic: a poster as long as it needs, a card for sharing, a pin for boards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .alternative import alternative
from .boxes.canvas import Canvas
from .composing import card, long, pin
from .seen import seen
from .value import Poster


@dataclass(frozen=True, slots=True)
class Face:
    """A shape an infographic is drawn in; `height` is None where it follows from the content."""

    width: int
    height: int | None
    draw: Callable[[Poster], Canvas]


def svg(poster: Poster, face: str) -> str:
    """Return a face of a poster, by its name in FACES, as the text of an SVG. Raises KeyError at another name.

    Equal posters give equal bytes. Text is drawn as outlines; its words are in the description, for those who listen.
    """
    shown = seen(poster)
    return FACES[face].draw(shown).svg(shown.title or shown.brand, alternative(shown), shown.language)


def _seen(draw: Callable[[Poster], Canvas]) -> Callable[[Poster], Canvas]:
    return lambda poster: draw(seen(poster))


FACES: Mapping[str, Face] = MappingProxyType(
    {
        "poster": Face(long.WIDTH, None, _seen(long.long)),
        "card": Face(card.WIDTH, card.HEIGHT, _seen(card.card)),
        "pin": Face(pin.WIDTH, pin.HEIGHT, _seen(pin.pin)),
    }
)
