"""A piece of text set by HarfBuzz: its glyphs, where they stand, how wide it is and how far its ink reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz  # type: ignore[import-untyped]

from .characters import REPLACEMENT, is_mark, is_rtl
from .fonts import Face, Ink, font, home, ink, stand_in

# Lining figures, which stand on the line as capitals do.
_FEATURES = {"kern": True, "liga": True, "lnum": True}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a font at its place, in thousandths of the size of the type."""

    font: str
    number: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """Text as it is set on one line; `ink` is what is black of it."""

    glyphs: tuple[Glyph, ...]
    advance: float
    ink: Ink


@lru_cache(maxsize=4096)
def shape(face: Face, text: str) -> Shaped:
    """Return a text of visible characters set in a face."""
    glyphs: list[Glyph] = []
    advance = 0
    for name, run in runs(face, text):
        buffer = _shaped(name, run)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
            x, y = advance + position.x_offset, -position.y_offset
            glyphs.append(Glyph(name, info.codepoint, x, y))
            advance += position.x_advance
    return Shaped(tuple(glyphs), float(advance), _whole(glyphs))


def clusters(text: str) -> Iterator[str]:
    """Yield the letters of a text, each with the marks upon it."""
    letter = ""
    for character in text:
        if letter and not is_mark(character):
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter


def runs(face: Face, text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text that are set together, of one font and one direction, with its name, from the left."""
    homes = [
        (home(face, letter) or stand_in(face), letter if home(face, letter) else REPLACEMENT, is_right)
        for letter, is_right in _directions(text)
    ]
    for is_right, stretch in groupby(homes, key=lambda one: one[2]):
        parts = [
            (name, "".join(letter for _name, letter, _right in together))
            for name, together in groupby(stretch, key=lambda one: one[0])
        ]
        yield from reversed(parts) if is_right else parts


def missing(face: Face, text: str) -> list[str]:
    """Return the letters no font has, each once, in the order in which they come."""
    return list(dict.fromkeys(cluster[0] for cluster in clusters(text) if not home(face, cluster)))


def _directions(text: str) -> list[tuple[str, bool]]:
    """Return letters and whether each runs right to left; spaces between two such words run with them."""
    letters = list(clusters(text))
    rtl = [is_rtl(letter[0]) for letter in letters]
    last = None
    for at, is_right in enumerate(rtl):
        if is_right:
            between = letters[last + 1 : at] if last is not None else []
            if last is not None and all(not letter[0].isalnum() for letter in between):
                rtl[last + 1 : at] = [True] * len(between)
            last = at
    return list(zip(letters, rtl, strict=True))


def _shaped(name: str, text: str) -> uharfbuzz.Buffer:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    # Before it guesses: HarfBuzz would take the language of the machine it runs on.
    buffer.language = "en"
    buffer.guess_segment_properties()
    uharfbuzz.shape(font(name), buffer, _FEATURES)
    return buffer


def _whole(glyphs: list[Glyph]) -> Ink:
    black = [(glyph, ink(glyph.font, glyph.number)) for glyph in glyphs]
    black = [(glyph, one) for glyph, one in black if one.right > one.left]
    if not black:
        return Ink(0, 0, 0, 0)
    return Ink(
        min(glyph.x + one.left for glyph, one in black),
        min(glyph.y + one.top for glyph, one in black),
        max(glyph.x + one.right for glyph, one in black),
        max(glyph.y + one.bottom for glyph, one in black),
    )
