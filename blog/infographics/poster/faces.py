"""The three faces of an infographic: a poster as long as it needs, a card for sharing, a pin for boards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .alternative import alternative
from .boxes.canvas import Canvas
from .composing import card, long, pin
from .text.characters import visible
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
    title = " ".join(visible(poster.title).split()) or visible(poster.brand)
    return FACES[face].draw(poster).svg(title, alternative(poster), poster.language)


FACES: Mapping[str, Face] = MappingProxyType(
    {
        "poster": Face(long.WIDTH, None, long.long),
        "card": Face(card.WIDTH, card.HEIGHT, card.card),
        "pin": Face(pin.WIDTH, pin.HEIGHT, pin.pin),
    }
)
