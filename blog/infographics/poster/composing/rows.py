"""Panels in rows: two of a kind that are short stand side by side, as on a page."""

from collections.abc import Callable, Sequence

from ..boxes.arranging import Columns, Stack
from ..boxes.box import Box
from ..boxes.suiting import Suited
from ..boxes.theme import Theme
from ..drawings import drawn
from ..panels.nutrient import Nutrient
from ..panels.statistic import Statistic
from ..value import Panel

_PAIRED = (Nutrient, Statistic)
_LEAST = 425.0
GAP = 24.0


class Rows:
    """Panels as they are drawn at a scale, each drawn once a scale however often it is tried."""

    def __init__(self, panels: Sequence[Panel], theme: Callable[[float], Theme]) -> None:
        self._panels = panels
        self._theme = theme
        self._drawn: dict[float, list[Box]] = {}

    def of(self, places: Sequence[int], scale: float) -> list[Box]:
        """Return the panels of some places as rows, in the order of the places."""
        if scale not in self._drawn:
            self._drawn[scale] = drawn(tuple(self._panels), self._theme(scale))
        boxes, theme = self._drawn[scale], self._theme(scale)
        arranged: list[Box] = []
        waiting = list(places)
        while waiting:
            pair = waiting[:2]
            if self._is_pair(pair):
                arranged.append(_side_by_side([boxes[place] for place in pair], theme))
            else:
                pair = pair[:1]
                arranged.append(boxes[pair[0]])
            waiting = waiting[len(pair) :]
        return arranged

    def _is_pair(self, places: Sequence[int]) -> bool:
        kinds = {type(self._panels[place]) for place in places}
        return len(places) == 2 and len(kinds) == 1 and kinds.pop() in _PAIRED


def _side_by_side(boxes: list[Box], theme: Theme) -> Box:
    gap = theme.px(GAP)
    row, stack = Columns(boxes, gap), Stack(boxes, gap)

    def suited(width: float) -> Box:
        has_room = (width - gap) / 2 >= theme.px(_LEAST)
        return row if has_room and (theme.room == 1 or row.height(width) <= stack.height(width)) else stack

    return Suited(suited)
