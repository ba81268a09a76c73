"""One line of text with the styles in it, set and measured."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..text.fonts import EM, Face, extents
from ..text.shaping import Shaped, shape


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks; `leading` is the height of a line in sizes of its type."""

    face: Face
    size: float
    colour: str
    leading: float = 1.4

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * self.leading


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is painted: shaped parts with the place where each begins, and how far it reaches from its base.

    `above` and `below` are its room between other lines; `top` and `bottom` hold its ink too, which matters where no
    other line follows: tails of letters reach into the room of the next line, as they do in every narrowly set title.
    """

    parts: tuple[tuple[Shaped, Style, float], ...]
    width: float
    above: float
    below: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How much room it takes between other lines."""
        return self.above + self.below


def set_line(parts: Iterable[Part], limit: float) -> Line:
    """Return parts set on one line; a line that is still too long, as one letter may be, is made smaller."""
    together = joined(parts)
    line = _set(together)
    # Twice: what is rounded up the first time is gone the second.
    for _try in range(2):
        if line.width > limit:
            factor = limit / line.width
            together = [Part(one.text, replace(one.style, size=one.style.size * factor)) for one in together]
            line = _set(together)
    return line


def measured(parts: Iterable[Part]) -> float:
    """Return how wide parts are on one line."""
    return _set(joined(parts)).width


def joined(parts: Iterable[Part]) -> list[Part]:
    """Return neighbours of one style as one part, without the space at the end."""
    together: list[Part] = []
    for part in parts:
        if together and together[-1].style == part.style:
            together[-1] = Part(together[-1].text + part.text, part.style)
        elif part.text:
            together.append(part)
    if together:
        together[-1] = Part(together[-1].text.rstrip(" "), together[-1].style)
    return together


def _set(parts: Iterable[Part]) -> Line:
    placed: list[tuple[Shaped, Style, float]] = []
    at = left = right = above = below = top = bottom = 0.0
    for part in parts:
        shaped, factor = shape(part.style.face, part.text), part.style.size / EM
        placed.append((shaped, part.style, at))
        ink = [edge * factor for edge in shaped.ink]
        left, right = min(left, at + ink[0]), max(right, at + ink[2], at + shaped.advance * factor)
        at += shaped.advance * factor
        own_above, own_below = _room(part.style, -ink[1], ink[3])
        above, below = max(above, own_above), max(below, own_below)
        top, bottom = max(top, -ink[1]), max(bottom, ink[3])
    # Ink that begins before the line does moves the line.
    moved = tuple((shaped, style, x - left) for shaped, style, x in placed)
    return Line(moved, right - left, above, below, max(above, top), max(below, bottom))


def _room(style: Style, ink_above: float, ink_below: float) -> tuple[float, float]:
    """Return how much room a line has above and below its base: half of the leading on either side of its letters.

    Ink that reaches farther than the letters of the face do, as marks upon marks or another script, has its own.
    """
    up, down = (one * style.size / EM for one in extents(style.face))
    half = (style.line - up - down) / 2
    above = ink_above if ink_above > up else up + half
    below = ink_below if ink_below > down else down + half
    return above, below
