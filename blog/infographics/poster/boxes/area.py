"""A rectangle on a poster, in its pixels."""

from typing import NamedTuple

# Rounding to two decimals, as the drawing does, is not seen.
_UNSEEN = 0.02


class Area(NamedTuple):
    """A place and a size; x grows to the right, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    def within(self, other: "Area") -> bool:
        """Tell whether it lies inside another."""
        return (
            self.x >= other.x - _UNSEEN
            and self.y >= other.y - _UNSEEN
            and self.right <= other.right + _UNSEEN
            and self.bottom <= other.bottom + _UNSEEN
        )

    def meets(self, other: "Area") -> bool:
        """Tell whether it shares more than an edge with another."""
        return (
            self.x < other.right - _UNSEEN
            and other.x < self.right - _UNSEEN
            and self.y < other.bottom - _UNSEEN
            and other.y < self.bottom - _UNSEEN
        )

    def inset(self, top: float, right: float, bottom: float, left: float) -> "Area":
        """Return what is left of it inside margins."""
        width, height = inside(self.width, left, right), self.height - top - bottom
        return Area(self.x + left, self.y + top, width, height)


def inside(width: float, left: float, right: float = 0) -> float:
    """Return what is left of a width inside margins.

    A box that measures at one width and draws at another by the last digit of a float may break its lines elsewhere,
    so both ask here.
    """
    return width - left - right
