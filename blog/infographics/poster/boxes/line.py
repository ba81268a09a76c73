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
    """A line as it is painted: shaped parts with the place where each begins, and how far it reaches from its base."""

    parts: tuple[tuple[Shaped, Style, float], ...]
    width: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """How much room it takes."""
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
    at = left = right = above = below = 0.0
    for part in parts:
        shaped, factor = shape(part.style.face, part.text), part.style.size / EM
        placed.append((shaped, part.style, at))
        left = min(left, at + shaped.ink.left * factor)
        right = max(right, at + shaped.ink.right * factor, at + shaped.advance * factor)
        at += shaped.advance * factor
        up, down = _reach(part.style)
        above, below = max(above, up, -shaped.ink.top * factor), max(below, down, shaped.ink.bottom * factor)
    # Ink that begins before the line does moves the line.
    moved = tuple((shaped, style, x - left) for shaped, style, x in placed)
    return Line(moved, right - left, above, below)


def _reach(style: Style) -> tuple[float, float]:
    """Return how far a line reaches above and below its base, half of the leading on either side."""
    up, down = (one * style.size / EM for one in extents(style.face))
    half = (style.line - up - down) / 2
    return up + half, down + half
