"""The scale bars are drawn to: from zero to a round number, the same on a page and on a poster. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

# Fewer marks say too little, more stand too close on a narrow screen.
_MOST_STEPS = 5
_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from zero to `end`; `ticks` are the marks on it, both ends among them, equally far apart."""

    end: Decimal
    ticks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """Return how far along the axis a value lies: 0 at zero, 1 at its end, never outside of it."""
        return min(1.0, max(0.0, float(value / self.end)))


def scale(values: Iterable[Decimal], unit: str) -> Scale:
    """Return the scale on which finite values of one unit are drawn side by side.

    Percentages have the scale from 0 to 100, so that a share looks as large as it is, unless one is above 100.
    Where all values are whole numbers, so are the ticks.
    """
    known = list(values)
    top = max(known, default=Decimal(0))
    if unit == "%" and top <= _WHOLE:
        return _marked(Decimal(25), 4)
    if top <= 0:
        return _marked(Decimal(1), 1)
    is_whole = all(value == value.to_integral_value() for value in known)
    for step in _steps(top):
        count, rest = divmod(top, step)
        count += bool(rest)
        if count <= _MOST_STEPS and (not is_whole or step == step.to_integral_value()):
            return _marked(step, int(count))
    raise AssertionError("The largest step is as long as the largest value.")


def _steps(top: Decimal) -> Iterator[Decimal]:
    """Yield round distances between ticks for a scale that reaches `top`, smallest first."""
    magnitude = top.adjusted()
    for power in (magnitude - 1, magnitude, magnitude + 1):
        yield from (part.scaleb(power) for part in _ROUND)


def _marked(step: Decimal, count: int) -> Scale:
    ticks = tuple(step * number for number in range(count + 1))
    return Scale(ticks[-1], ticks)
