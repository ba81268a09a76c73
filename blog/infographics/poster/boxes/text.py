"""A paragraph: broken into lines by the measure of its own fonts, so that nothing reaches over its edge."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf

from ..text.breaking import pieces
from ..text.characters import visible
from ..text.shaping import clusters
from .area import Area
from .box import Box
from .canvas import Canvas
from .line import Line, Part, Style, measured, set_line

# So near to the measure the sum of the pieces is not trusted: kerning between them counts.
_NEAR = 0.03
# A last line shorter than this share of the measure looks forgotten.
_SHORT = 0.22
# Titles are shorter; balancing costs the square of what there is to break.
_MOST_BALANCED = 60
_TRIED = (0.97, 0.94, 0.91, 0.88, 0.85, 0.8)

Piece = tuple[Part, ...]


class Text(Box):
    """Words in one style or several. `is_balanced` makes its lines equally long, as titles want it."""

    def __init__(self, *parts: Part, is_balanced: bool = False, align: str = "start") -> None:
        self._pieces = _cut(parts)
        self._widths: dict[Piece, float] = {}
        self._is_balanced = is_balanced
        self._align = align
        self._natural: float | None = None
        self._known: dict[float, tuple[Line, ...]] = {}
        self._has_broken_words: dict[float, bool] = {}

    @classmethod
    def of(cls, text: str, style: Style, *, is_balanced: bool = False, align: str = "start") -> "Text":
        """Return a paragraph in one style."""
        return cls(Part(text, style), is_balanced=is_balanced, align=align)

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return its lines at a width."""
        if width not in self._known:
            broken = self._broken(width)
            self._has_broken_words[width] = broken[1]
            best = self._better(broken[0], width)
            self._known[width] = tuple(
                set_line((part for piece in line for part in piece), width) for line in best
            )
        return self._known[width]

    def breaks_words(self, width: float) -> bool:
        """Tell whether a word is too long for a width and stands on two lines."""
        self.lines(width)
        return self._has_broken_words[width]

    def natural_width(self) -> float:
        """Return how wide it is on one line."""
        if self._natural is None:
            self._natural = measured(part for piece in self._pieces for part in piece)
        return self._natural

    def height(self, width: float) -> float:
        """Return the height of its lines; none for no words."""
        return sum(line.height for line in self.lines(width))

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw its lines from the top of an area."""
        y = area.y
        for line in self.lines(area.width):
            spare = {"middle": 0.5, "end": 1.0}.get(self._align, 0.0) * (area.width - line.width)
            for shaped, style, x in line.parts:
                canvas.text(shaped, area.x + spare + x, y + line.above, style.size, style.colour)
            y += line.height

    def _better(self, lines: list[list[Piece]], width: float) -> list[list[Piece]]:
        """Return the same number of lines, better filled, where there is such a way."""
        if len(lines) < 2 or self._has_broken_words[width]:
            return lines
        if self._is_balanced:
            return self._balanced(lines, width)
        if self._width(lines[-1]) >= width * _SHORT:
            return lines
        best = lines
        for share in _TRIED:
            tried, is_broken = self._broken(width * share)
            if len(tried) > len(lines) or is_broken or self._width(best[-1]) >= width * _SHORT:
                break
            best = tried
        return best

    def _balanced(self, lines: list[list[Piece]], width: float) -> list[list[Piece]]:
        """Return as many lines, as equally long as can be: the least sum of the squares of what they leave free."""
        whole = self._pieces
        if len(whole) > _MOST_BALANCED:
            return lines
        before = [0.0, *accumulate(self._full(piece) for piece in whole)]
        # For each number of lines: which pieces they may end behind, what that costs, and where the last one begins.
        rows: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
        for _line in lines:
            row: dict[int, tuple[float, int]] = {}
            for start, (cost, _start) in rows[-1].items():
                for end in range(start + 1, len(whole) + 1):
                    free = width - (before[end - 1] - before[start] + self._bare(whole[end - 1]))
                    if free < 0:
                        break
                    row[end] = min(row.get(end, (inf, 0)), (cost + free * free, start))
            rows.append(row)
        ends = [len(whole)]
        for row in reversed(rows[1:]):
            if ends[-1] not in row:
                return lines
            ends.append(row[ends[-1]][1])
        return [whole[start:end] for end, start in pairwise(ends)][::-1]

    def _broken(self, width: float) -> tuple[list[list[Piece]], bool]:
        """Return pieces line by line, as many as go on each, and whether a word had to be broken."""
        lines: list[list[Piece]] = []
        line: list[Piece] = []
        used = 0.0
        has_broken = False
        waiting = list(reversed(self._pieces))
        while waiting:
            piece = waiting.pop()
            if self._fits(line, piece, used, width):
                line.append(piece)
                used += self._full(piece)
            elif line:
                lines.append(line)
                line, used = [], 0.0
                waiting.append(piece)
            else:
                head, rest = _torn(piece, width)
                lines.append([head])
                has_broken = has_broken or bool(rest)
                waiting.extend([rest] if rest else [])
        return [*lines, line] if line else lines, has_broken

    def _fits(self, line: list[Piece], piece: Piece, used: float, width: float) -> bool:
        """Tell whether a piece has room on a line that is used so far."""
        estimate = used + self._bare(piece)
        if abs(estimate - width) > width * _NEAR:
            return estimate <= width
        return measured(part for one in [*line, piece] for part in one) <= width

    def _width(self, line: Sequence[Piece]) -> float:
        """Return about how wide a line is: exact but for kerning between its pieces."""
        return sum(self._full(piece) for piece in line[:-1]) + self._bare(line[-1])

    def _full(self, piece: Piece) -> float:
        return self._bare(piece) + (piece[-1].style.size * 0.25 if piece[-1].text.endswith(" ") else 0)

    def _bare(self, piece: Piece) -> float:
        if piece not in self._widths:
            self._widths[piece] = measured(piece)
        return self._widths[piece]


def _cut(parts: Sequence[Part]) -> list[Piece]:
    """Return parts as pieces between which a line may end; a piece may hold more than one style."""
    shown = [Part(text, part.style) for part in parts if (text := visible(part.text))]
    spaced = [Part(f"{part.text} ", part.style) for part in shown[:-1]] + shown[-1:]
    styles = [part.style for part in spaced for _character in part.text]
    found: list[Piece] = []
    at = 0
    for piece in pieces("".join(part.text for part in spaced)):
        own = styles[at : at + len(piece)]
        turns = [0, *(here for here in range(1, len(piece)) if own[here] != own[here - 1]), len(piece)]
        found.append(tuple(Part(piece[start:end], own[start]) for start, end in pairwise(turns)))
        at += len(piece)
    return found


def _torn(piece: Piece, width: float) -> tuple[Piece, Piece]:
    """Return what of a piece that is too long goes on one line, at least a letter, and the rest."""
    letters = [Part(letter, part.style) for part in piece for letter in clusters(part.text)]
    count, total = 0, 0.0
    for letter in letters:
        total += measured([letter])
        if count and total > width:
            break
        count += 1
    while count > 1 and measured(letters[:count]) > width:
        count -= 1
    return tuple(letters[:count]), tuple(letters[count:])
