"""Which panels have room on a face of fixed size, and in which type."""

from collections.abc import Callable, Sequence

from .limits import LEAST_SCALE, SCALES

Fits = Callable[[Sequence[int], float], bool]


def choice(
    order: Sequence[int], most: int, fits: Fits, scales: Sequence[float] = SCALES
) -> tuple[tuple[int, ...], float]:
    """Return the places of the panels that fit, each whole or not at all, and the scale of the largest type for them.

    They are tried in an order, in the smallest type, so that as many are shown as can be read; those chosen stand
    in the order of their places. `fits` is told places and a scale.
    """
    chosen: list[int] = sorted(order)
    if len(chosen) > most or not fits(chosen, LEAST_SCALE):
        chosen = []
        for place in order:
            tried = sorted([*chosen, place])
            if len(tried) <= most and fits(tried, LEAST_SCALE):
                chosen = tried
    return tuple(chosen), next((scale for scale in scales if fits(chosen, scale)), LEAST_SCALE)
