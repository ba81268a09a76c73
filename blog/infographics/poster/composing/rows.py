"""Panels in rows: two of a kind that are short stand side by side, as on a page."""

from collections.abc import Sequence

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


def rows(panels: Sequence[Panel], theme: Theme) -> list[Box]:
    """Return panels as rows, in their order."""
    boxes = drawn(tuple(panels), theme)
    arranged: list[Box] = []
    at = 0
    while at < len(panels):
        pair = panels[at : at + 2]
        if len(pair) == 2 and type(pair[0]) is type(pair[1]) and isinstance(pair[0], _PAIRED):
            arranged.append(_side_by_side(boxes[at : at + 2], theme))
            at += 2
        else:
            arranged.append(boxes[at])
            at += 1
    return arranged


def _side_by_side(boxes: list[Box], theme: Theme) -> Box:
    gap = theme.px(GAP)
    return Suited(
        lambda width: Columns(boxes, gap) if (width - gap) / 2 >= theme.px(_LEAST) else Stack(boxes, gap)
    )
