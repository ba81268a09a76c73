"""What a paragraph is broken into: pieces that stay on one line, measured once."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from ..text.breaking import pieces
from ..text.characters import visible
from ..text.shaping import clusters
from .line import Part, measured


class Piece:
    """Words or a part of a word, in one style or more; it ends with the space behind it, if there is one."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts

    @cached_property
    def bare(self) -> float:
        """Its width at the end of a line."""
        return measured(self.parts)

    @cached_property
    def full(self) -> float:
        """About its width before another piece."""
        last = self.parts[-1]
        return self.bare + (last.style.size * 0.25 if last.text.endswith(" ") else 0)

    def torn(self, width: float) -> Iterator["Piece"]:
        """Yield what of it goes on a line of a width, at least a letter each: for words longer than a line."""
        letters = [Part(letter, part.style) for part in self.parts for letter in clusters(part.text)]
        known = {letter: measured([letter]) for letter in dict.fromkeys(letters)}
        while letters:
            count, used = 1, known[letters[0]]
            while count < len(letters) and used + known[letters[count]] <= width:
                used += known[letters[count]]
                count += 1
            # Letters may be wider together than alone.
            while count > 1 and measured(letters[:count]) > width:
                count -= 1
            yield Piece(letters[:count])
            letters = letters[count:]


def cut(parts: Sequence[Part]) -> list[Piece]:
    """Return parts as pieces between which a line may end; there is a space between one part and the next."""
    shown = [Part(text, part.style) for part in parts if (text := visible(part.text))]
    spaced = [Part(f"{part.text} ", part.style) for part in shown[:-1]] + shown[-1:]
    styles = [part.style for part in spaced for _character in part.text]
    found: list[Piece] = []
    at = 0
    for piece in pieces("".join(part.text for part in spaced)):
        own = styles[at : at + len(piece)]
        turns = [0, *(here for here in range(1, len(piece)) if own[here] is not own[here - 1]), len(piece)]
        found.append(Piece([Part(piece[start:end], own[start]) for start, end in pairwise(turns)]))
        at += len(piece)
    return found
