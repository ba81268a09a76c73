"""Which faces of an infographic cannot show all of it at a size that is read well."""

from dataclasses import dataclass

from .value import Poster


@dataclass(frozen=True, slots=True)
class Legibility:
    """Of a face of a poster: how many of its panels it shows, and how many not."""

    face: str
    shown: int
    left_out: int


def legibility(poster: Poster) -> tuple[Legibility, ...]:
    """Return the faces that leave panels out, because all of them would need type too small to read."""
    return ()


def missing_characters(poster: Poster) -> tuple[str, ...]:
    """Return the characters no font has, which are drawn as a replacement; each once, in reading order."""
    return ()
