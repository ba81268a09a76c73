"""A paragraph: broken into lines by the measure of its own fonts, so that nothing reaches over its edge."""

from itertools import accumulate, pairwise
from math import inf
from typing import Literal

from .area import Area
from .box import Box
from .canvas import Canvas
from .line import Line, Part, Style, measured, set_line
from .piece import Piece, cut

# So near to the measure the sum of the pieces is not trusted: kerning and the true width of spaces count. A share of
# the measure, as long lines have many, and one of the type's size, as a short line with a single space has one too.
_NEAR, _NEAR_SIZE = 0.03, 0.15
# A last line shorter than this share of the measure looks forgotten.
_SHORT = 0.22
_TRIED = (0.97, 0.94, 0.91, 0.88, 0.85, 0.8)
# Titles are shorter; balancing costs the square of what there is to break.
_MOST_BALANCED = 60

Align = Literal["start", "middle", "end"]
_SPARE: dict[Align, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Text(Box):
    """Words in one style or several. `is_balanced` makes its lines equally long, as titles want it."""

    def __init__(self, *parts: Part, is_balanced: bool = False, align: Align = "start") -> None:
        self._pieces = cut(parts)
        self._is_balanced = is_balanced
        self._align = align
        self._natural: float | None = None
        self._known: dict[float, tuple[Line, ...]] = {}
        self._breaks_words: dict[float, bool] = {}

    @classmethod
    def of(cls, text: str, style: Style, *, is_balanced: bool = False, align: Align = "start") -> "Text":
        """Return a paragraph in one style."""
        return cls(Part(text, style), is_balanced=is_balanced, align=align)

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return its lines at a width."""
        if width not in self._known:
            lines, self._breaks_words[width] = self._broken(width)
            best = self._better(lines, width)
            self._known[width] = tuple(set_line(_parts(line), width) for line in best)
        return self._known[width]

    def breaks_words(self, width: float) -> bool:
        """Tell whether a word is too long for a width and stands on two lines."""
        self.lines(width)
        return self._breaks_words[width]

    def fits(self, width: float, most_lines: int) -> bool:
        """Tell whether it has no more lines than allowed, without a broken word."""
        if self.natural_width() > width * most_lines:
            return False
        return len(self.lines(width)) <= most_lines and not self._breaks_words[width]

    def natural_width(self) -> float:
        """Return how wide it is on one line."""
        if self._natural is None:
            self._natural = measured(_parts(self._pieces))
        return self._natural

    def height(self, width: float) -> float:
        """Return the height of its lines; none for no words."""
        lines = self.lines(width)
        if not lines:
            return 0
        first, last = lines[0], lines[-1]
        return sum(line.height for line in lines) + first.top - first.above + last.bottom - last.below

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw its lines from the top of an area."""
        lines = self.lines(area.width)
        y = area.y + (lines[0].top - lines[0].above if lines else 0)
        for line in lines:
            spare = _SPARE[self._align] * (area.width - line.width)
            for shaped, style, x in line.parts:
                canvas.text(shaped, area.x + spare + x, y + line.above, style.size, style.colour)
            y += line.height

    def _better(self, lines: list[list[Piece]], width: float) -> list[list[Piece]]:
        """Return the same number of lines, better filled, where there is such a way."""
        if len(lines) < 2 or self._breaks_words[width]:
            return lines
        if self._is_balanced:
            return self._balanced(lines, width)
        best = lines
        for share in _TRIED:
            if _width(best[-1]) >= width * _SHORT:
                break
            tried, is_broken = self._broken(width * share)
            if len(tried) > len(lines) or is_broken:
                break
            best = tried
        return best

    def _balanced(self, lines: list[list[Piece]], width: float) -> list[list[Piece]]:
        """Return as many lines, as equally long as can be: the least sum of the squares of what they leave free."""
        whole = self._pieces
        if len(whole) > _MOST_BALANCED:
            return lines
        before = [0.0, *accumulate(piece.full for piece in whole)]
        # For each number of lines: which pieces they may end behind, what that costs, and where the last one begins.
        rows: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
        for _line in lines:
            row: dict[int, tuple[float, int]] = {}
            for start, (cost, _start) in rows[-1].items():
                for end in range(start + 1, len(whole) + 1):
                    free = width - (before[end - 1] - before[start] + whole[end - 1].bare)
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
        if self.natural_width() <= width:
            return [self._pieces] if self._pieces else [], False
        lines: list[list[Piece]] = [[]]
        used = 0.0
        has_broken = False
        for piece in self._pieces:
            if lines[-1] and not _fits(lines[-1], piece, used, width):
                lines.append([])
                used = 0.0
            if not lines[-1] and piece.bare > width:
                torn = [[part] for part in piece.torn(width)]
                has_broken = has_broken or len(torn) > 1
                lines[-1:] = torn
                piece = torn[-1][0]
            else:
                lines[-1].append(piece)
            used += piece.full
        return [line for line in lines if line], has_broken


def _fits(line: list[Piece], piece: Piece, used: float, width: float) -> bool:
    """Tell whether a piece has room on a line that is used so far."""
    estimate = used + piece.bare
    if abs(estimate - width) > width * _NEAR + piece.parts[-1].style.size * _NEAR_SIZE:
        return estimate <= width
    return measured(_parts([*line, piece])) <= width


def _width(line: list[Piece]) -> float:
    """Return about how wide a line is: exact but for kerning between its pieces."""
    return sum(piece.full for piece in line[:-1]) + line[-1].bare


def _parts(line: list[Piece]) -> list[Part]:
    return [part for piece in line for part in piece.parts]
