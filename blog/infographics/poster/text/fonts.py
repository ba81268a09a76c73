"""The fonts posters are set in, loaded once, and which of them has a character."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import uharfbuzz  # type: ignore[import-untyped]

from .characters import REPLACEMENT

FONTS = Path(__file__).resolve().parent.parent / "fonts"
# All measures are in thousandths of the size of the type, whatever a font's own units are.
EM = 1000

Face = Literal["serif", "sans", "strong"]

# A character is taken from the first font that has it.
_CHAINS: dict[Face, tuple[str, ...]] = {
    "serif": ("fraunces-semibold", "figtree-semibold", "dejavu-sans", "droid-sans-fallback"),
    "sans": ("figtree-regular", "dejavu-sans", "droid-sans-fallback"),
    "strong": ("figtree-semibold", "dejavu-sans", "droid-sans-fallback"),
}


class Ink(NamedTuple):
    """What is black of a glyph: left, top, right and bottom from its origin, y growing downwards."""

    left: float
    top: float
    right: float
    bottom: float


@cache
def font(name: str) -> uharfbuzz.Font:
    """Return a font by the name of its file. Raises HarfBuzzError when there is none."""
    loaded = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / f"{name}.ttf"))))
    loaded.scale = (EM, EM)
    return loaded


@cache
def extents(face: Face) -> tuple[float, float]:
    """Return how far the type of a face reaches above and below its base line."""
    found = font(_CHAINS[face][0]).get_font_extents("ltr")
    return float(found.ascender), float(-found.descender)


@cache
def ink(name: str, glyph: int) -> Ink:
    """Return the extent of a glyph; a space has none."""
    found = font(name).get_glyph_extents(glyph)
    if found is None:
        return Ink(0, 0, 0, 0)
    left, top = found.x_bearing, -found.y_bearing
    return Ink(left, top, left + found.width, top - found.height)


@cache
def outline(name: str, glyph: int) -> str:
    """Return the outline of a glyph as the data of an SVG path, y growing downwards."""
    pen = _Pen()
    font(name).draw_glyph_with_pen(glyph, pen)
    return "".join(pen.written)


@cache
def home(face: Face, cluster: str) -> str:
    """Return the font a letter and its marks are taken from, or "" where no font has the letter."""
    whole = [name for name in _CHAINS[face] if all(_has(name, character) for character in cluster)]
    letter = [name for name in _CHAINS[face] if _has(name, cluster[0])]
    return (whole or letter or [""])[0]


def stand_in(face: Face) -> str:
    """Return the font that has the sign for a character no font has."""
    return home(face, REPLACEMENT)


def faces() -> Iterator[Face]:
    """Yield the faces there are."""
    yield from _CHAINS


def _has(name: str, character: str) -> bool:
    return font(name).get_nominal_glyph(ord(character)) is not None


class _Pen:
    """Writes what HarfBuzz draws as relative path commands, which are shorter than absolute ones."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._at = (0, 0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the names are HarfBuzz's
        self._at = (round(point[0]), -round(point[1]))
        self.written.append(f"M{_pairs(self._at)}")

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._to("l", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._to("q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._to("c", *points)

    def closePath(self) -> None:  # noqa: N802
        self.written.append("z")

    def endPath(self) -> None:  # noqa: N802
        """Glyphs are closed shapes."""

    def _to(self, command: str, *points: tuple[float, float]) -> None:
        rounded = [(round(x), -round(y)) for x, y in points]
        start = self._at
        self.written.append(command + _pairs(*((x - start[0], y - start[1]) for x, y in rounded)))
        self._at = rounded[-1]


def _pairs(*points: tuple[int, int]) -> str:
    numbers = [str(number) for point in points for number in point]
    # A minus sign parts two numbers as well as a space does.
    return "".join(
        number if not at or number[0] == "-" else f" {number}" for at, number in enumerate(numbers)
    )
