"""Which panels have room on a face of fixed size, and in which type."""

from collections.abc import Callable, Sequence

from ..value import Panel
from .limits import LEAST_SCALE, SCALES

Fits = Callable[[Sequence[Panel], float], bool]


def choice(
    panels: Sequence[Panel], order: Sequence[int], most: int, fits: Fits, scales: Sequence[float] = SCALES
) -> tuple[tuple[Panel, ...], float]:
    """Return the panels that fit, each whole or not at all, and the scale of the largest type in which they do.

    They are tried in an order of their places, in the smallest type, so that as many are shown as can be read; those
    chosen keep their own order. `fits` is told panels and a scale.
    """
    chosen: list[int] = []
    if len(order) <= most and fits([panels[at] for at in sorted(order)], LEAST_SCALE):
        chosen = sorted(order)
    for place in order:
        if place not in chosen and len(chosen) < most:
            tried = sorted([*chosen, place])
            chosen = tried if fits([panels[at] for at in tried], LEAST_SCALE) else chosen
    shown = tuple(panels[place] for place in chosen)
    return shown, next((scale for scale in scales if fits(shown, scale)), LEAST_SCALE)
