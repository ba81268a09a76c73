"""Which panels have room on a face of fixed size, and in which type."""

from collections.abc import Callable, Sequence

from ..boxes.box import Box
from ..value import Panel
from .limits import LEAST_SCALE, SCALES

Arranged = Callable[[Sequence[Panel], float], Box]
Fits = Callable[[Box, int, float], bool]


def choice(
    panels: Sequence[Panel], order: Sequence[int], most: int, arranged: Arranged, fits: Fits
) -> tuple[tuple[Panel, ...], float]:
    """Return the panels that fit, each whole or not at all, and the scale of the largest type in which they do.

    They are tried in an order of their places, smallest type first, so that as many are shown as can be read.
    `arranged` makes a box of panels at a scale; `fits` is told the box, how many panels are left out, and the scale.
    """
    left = len(panels)
    chosen: list[int] = []
    for place in order:
        if len(chosen) == most:
            break
        tried = sorted([*chosen, place])
        if fits(arranged([panels[at] for at in tried], LEAST_SCALE), left - len(tried), LEAST_SCALE):
            chosen = tried
    shown = tuple(panels[place] for place in chosen)
    for scale in SCALES:
        if fits(arranged(shown, scale), left - len(shown), scale):
            return shown, scale
    return shown, LEAST_SCALE
