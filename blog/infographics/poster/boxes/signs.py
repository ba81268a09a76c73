"""Signs: leaves, discs with an icon or a number, plus. Each is drawn as large as the area it is given."""

from .area import Area
from .box import Box
from .canvas import Canvas
from .line import Style
from .text import Text

# On a square of 24, strokes of 2: the icons of the site.
ICONS = {
    "leaf": "M5 20C4 11 9.5 4.5 20 4c.5 10.5-5.5 16.5-13 15.5M5 20.5c2.5-5 5.5-8.5 9.5-11",
    "sun": "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 3.2v1.6m0 14.4v1.6M3.2 12h1.6m14.4 0h1.6"
    "M5.8 5.8l1.1 1.1m10.2 10.2 1.1 1.1m0-12.4-1.1 1.1M6.9 17.1l-1.1 1.1",
    "check": "M5 12.5l4.5 4.5L19.5 7",
    "cross": "M6.5 6.5l11 11m0-11-11 11",
    "plus": "M12 5v14M5 12h14",
}
_ICON = 24
# The bullet of the site: two corners sharp, two round.
_LEAF = "M0 0H3A7 7 0 0 1 10 7V10H7A7 7 0 0 1 0 3z"


class Sign(Box):
    """A box as high as it is told to be, whatever its width."""

    def __init__(self, size: float) -> None:
        self._size = size

    def height(self, width: float) -> float:
        """Return its size."""
        return self._size


class Leaf(Sign):
    """A small leaf, before a point."""

    def __init__(self, size: float, colour: str) -> None:
        super().__init__(size)
        self._colour = colour

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it."""
        canvas.drawing(_LEAF, area, 10, fill=self._colour)


class Disc(Sign):
    """A disc with an icon on it, by its name in ICONS."""

    def __init__(self, size: float, icon: str, ground: str, colour: str, thickness: float = 2) -> None:
        super().__init__(size)
        self._icon = icon
        self._ground = ground
        self._colour = colour
        self._thickness = thickness

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it."""
        radius = min(area.width, area.height) / 2
        x, y = area.x + area.width / 2, area.y + area.height / 2
        canvas.circle(x, y, radius, self._ground)
        side = radius * 1.2
        icon(canvas, self._icon, Area(x - side / 2, y - side / 2, side, side), self._colour, self._thickness)


class Number(Sign):
    """A disc with a number on it."""

    def __init__(self, size: float, number: int, ground: str, style: Style) -> None:
        super().__init__(size)
        self._ground = ground
        self._text = Text.of(str(number), style, align="middle")

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it."""
        radius = min(area.width, area.height) / 2
        canvas.circle(area.x + radius, area.y + radius, radius, self._ground)
        high = self._text.height(2 * radius)
        self._text.paint(canvas, Area(area.x, area.y + radius - high / 2, 2 * radius, high))


def icon(canvas: Canvas, name: str, area: Area, colour: str, thickness: float = 2) -> None:
    """Draw an icon by its name in ICONS."""
    look = {"stroke_linecap": "round", "stroke_linejoin": "round", "stroke_width": f"{thickness:g}"}
    canvas.drawing(ICONS[name], area, _ICON, fill="none", stroke=colour, **look)
