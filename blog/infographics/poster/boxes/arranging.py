"""Boxes that hold boxes: one below the other, side by side, in a grid, inside margins."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from .area import Area, inside
from .box import Box
from .canvas import Canvas


class Stack(Box):
    """Boxes one below the other; what has no height takes no gap either."""

    def __init__(self, boxes: Iterable[Box], gap: float = 0) -> None:
        self._boxes = list(boxes)
        self._gap = gap

    def height(self, width: float) -> float:
        """Return the height of all and of what is between them."""
        heights = [height for _box, height in self._seen(width)]
        return sum(heights) + self._gap * max(len(heights) - 1, 0)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw them from the top."""
        y = area.y
        for box, height in self._seen(area.width):
            box.paint(canvas, Area(area.x, y, area.width, height))
            y += height + self._gap

    def _seen(self, width: float) -> Iterator[tuple[Box, float]]:
        heights = ((box, box.height(width)) for box in self._boxes)
        return ((box, height) for box, height in heights if height > 0)


class Columns(Box):
    """Boxes side by side, all as high as the highest. `shares` are their parts of the width, equal ones otherwise."""

    def __init__(self, boxes: Sequence[Box], gap: float = 0, shares: Sequence[float] = ()) -> None:
        self._boxes = boxes
        self._gap = gap
        self._shares = shares or [1.0] * len(boxes)

    def height(self, width: float) -> float:
        """Return the height of the highest."""
        return max((box.height(own) for box, own in self._widths(width)), default=0)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw them from the left."""
        x = area.x
        for box, own in self._widths(area.width):
            box.paint(canvas, Area(x, area.y, own, area.height))
            x += own + self._gap

    def _widths(self, width: float) -> Iterator[tuple[Box, float]]:
        free = width - self._gap * (len(self._boxes) - 1)
        whole = sum(self._shares)
        return ((box, free * share / whole) for box, share in zip(self._boxes, self._shares, strict=True))


class Inset(Box):
    """A box inside margins."""

    def __init__(
        self, box: Box, top: float = 0, right: float = 0, bottom: float = 0, left: float = 0
    ) -> None:
        self._box = box
        self._margins = (top, right, bottom, left)

    def height(self, width: float) -> float:
        """Return its height with the margins."""
        top, right, bottom, left = self._margins
        return self._box.height(inside(width, left, right)) + top + bottom

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it inside of them."""
        self._box.paint(canvas, area.inset(*self._margins))


class Even(Box):
    """A box in whole pixels, so that no seam is seen between its ground and the next."""

    def __init__(self, box: Box) -> None:
        self._box = box

    def height(self, width: float) -> float:
        """Return its height, rounded up."""
        return ceil(self._box.height(width))

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it into the whole area."""
        self._box.paint(canvas, area)


class Centred(Box):
    """A box in the middle of the height it is given."""

    def __init__(self, box: Box) -> None:
        self._box = box

    def height(self, width: float) -> float:
        """Return its own height."""
        return self._box.height(width)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it with as much room above as below."""
        own = self._box.height(area.width)
        self._box.paint(canvas, Area(area.x, area.y + (area.height - own) / 2, area.width, own))


class Ends(Box):
    """One box at the top and one at the bottom of the height they are given, at least a gap apart."""

    def __init__(self, top: Box, bottom: Box, gap: float) -> None:
        self._stack = Stack([top, bottom], gap)
        self._top = top
        self._bottom = bottom

    def height(self, width: float) -> float:
        """Return the height of both with the gap."""
        return self._stack.height(width)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw both."""
        top, bottom = (box.height(area.width) for box in (self._top, self._bottom))
        self._top.paint(canvas, Area(area.x, area.y, area.width, top))
        self._bottom.paint(canvas, Area(area.x, area.bottom - bottom, area.width, bottom))


class Marked(Box):
    """A sign of a fixed size, and a box at its right; the sign stands in the middle of the box's first line."""

    def __init__(self, sign: Box, size: float, box: Box, gap: float, first_line: float) -> None:
        self._sign = sign
        self._size = size
        self._box = box
        self._gap = gap
        self._first_line = first_line

    def height(self, width: float) -> float:
        """Return the height of the higher one; none where there are no words."""
        words = self._box.height(inside(width, self._size + self._gap))
        return max(self._size, words + self._lowered) if words else 0

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw sign and words."""
        top = area.y + max(self._first_line - self._size, 0) / 2
        self._sign.paint(canvas, Area(area.x, top, self._size, self._size))
        left = self._size + self._gap
        self._box.paint(canvas, area.inset(self._lowered, 0, 0, left))

    @property
    def _lowered(self) -> float:
        return max(self._size - self._first_line, 0) / 2


def grid(boxes: Sequence[Box], columns: int, gap: float, between_rows: float) -> Box:
    """Return boxes in rows of equal columns; a last row that is not full keeps the width of the columns."""
    rows = [boxes[at : at + columns] for at in range(0, len(boxes), columns)]
    filled = [[*row, *(Gap() for _missing in range(columns - len(row)))] for row in rows]
    return Stack([Columns(row, gap) for row in filled], between_rows)


class Gap(Box):
    """An empty place in a row."""

    def height(self, width: float) -> float:
        """Return none."""
        return 0

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Leave it empty."""


class Flow(Box):
    """Boxes with the width each wants, one after the other, in as many rows as that takes."""

    def __init__(self, boxes: Sequence[tuple[float, Box]], gap: float) -> None:
        self._boxes = boxes
        self._gap = gap

    def height(self, width: float) -> float:
        """Return the height of its rows."""
        return max((area.bottom for _box, area in self._placed(width)), default=0)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw them from the left."""
        for box, place in self._placed(area.width):
            box.paint(canvas, Area(area.x + place.x, area.y + place.y, place.width, place.height))

    def _placed(self, width: float) -> list[tuple[Box, Area]]:
        places: list[tuple[Box, Area]] = []
        x = y = below = 0.0
        for wanted, box in self._boxes:
            own = min(wanted, width)
            if x and x + own > width:
                x, y = 0.0, below
            place = Area(x, y, own, box.height(own))
            places.append((box, place))
            x, below = x + own + self._gap, max(below, place.bottom)
        return places
