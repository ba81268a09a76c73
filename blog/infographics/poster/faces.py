"""The three faces of an infographic: a poster as long as it needs, a card for sharing, a pin for boards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .alternative import alternative
from .boxes.area import Area
from .boxes.arranging import Stack
from .boxes.canvas import Canvas
from .boxes.text import Text
from .boxes.theme import PAPER, Theme
from .composing import card
from .composing.long import WIDTH, long
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


def _simple(width: int, height: int | None) -> Callable[[Poster], Canvas]:
    def draw(poster: Poster) -> Canvas:
        theme = Theme()
        words = Stack([Text.of(poster.title, theme.serif(72)), Text.of(poster.lead, theme.sans(30))], 30)
        high = height or words.height(width * 0.9) + 200
        canvas = Canvas(width, high)
        canvas.rectangle(canvas.area, PAPER)
        words.paint(canvas, Area(width * 0.05, 60, width * 0.9, words.height(width * 0.9)))
        return canvas

    return draw


FACES: Mapping[str, Face] = MappingProxyType(
    {
        "poster": Face(WIDTH, None, long),
        "card": Face(card.WIDTH, card.HEIGHT, card.card),
        "pin": Face(1000, 1500, _simple(1000, 1500)),
    }
)
