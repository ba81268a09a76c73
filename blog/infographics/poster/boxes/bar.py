"""A bar on its track, the axis below bars, and what the legend says of them."""

from collections.abc import Sequence
from itertools import pairwise

from .area import Area
from .box import Box
from .canvas import Canvas
from .line import Style
from .signs import Sign
from .text import Text
from .theme import LINE, PLINTH, Tone

_STRIPES = (
    '<pattern id="{id}" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="9" height="9" fill="GROUND"/><rect width="4" height="9" fill="STRIPE"/></pattern>'
)


class DrawnBar(Sign):
    """A bar from zero to `low`, striped from there to `top`: shares of the axis, whose marks cross the track."""

    def __init__(
        self, low: float, top: float | None, marks: Sequence[float], tone: Tone, height: float
    ) -> None:
        super().__init__(height)
        self._low = low
        self._top = top
        self._marks = marks
        self._tone = tone

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the track, its marks, the bar, and of a range the part that is not sure, with a line at its end."""
        canvas.rectangle(area, PLINTH)
        for share in self._marks:
            x = area.x + share * area.width
            if area.x < x < area.right:
                canvas.line((x, area.y), (x, area.bottom), LINE, 2)
        bar = Area(area.x, area.y, self._low * area.width, area.height)
        canvas.rectangle(bar, self._tone.colour, kind="bar")
        if self._top is not None and self._top > self._low:
            span = Area(bar.right, area.y, (self._top - self._low) * area.width, area.height)
            striped(canvas, span, self._tone)


class Key(Sign):
    """What a part of a bar looks like, for the legend."""

    def __init__(self, tone: Tone, height: float, *, is_range: bool) -> None:
        super().__init__(height)
        self._tone = tone
        self._is_range = is_range

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it."""
        if self._is_range:
            striped(canvas, area, self._tone)
        else:
            canvas.rectangle(area, self._tone.colour)


class Axis(Box):
    """What is written at the marks of an axis. Where not all have room it is what stands at its ends."""

    def __init__(self, marks: Sequence[tuple[float, str]], style: Style) -> None:
        self._marks = [(share, Text.of(text, style)) for share, text in marks]
        self._gap = style.size * 0.4

    def height(self, width: float) -> float:
        """Return the height of its highest text."""
        return max((text.height(own) for _x, text, own in self._placed(width)), default=0)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw each text below its mark; those at the ends stay inside."""
        for x, text, own in self._placed(area.width):
            text.paint(canvas, Area(area.x + x, area.y, own, text.height(own)))

    def _placed(self, width: float) -> list[tuple[float, Text, float]]:
        """Return texts with their left edge and width: of all marks, of every second or third, or of the ends."""
        for step in (1, 2, 3):
            places = [self._place(share, text, width, width) for share, text in self._marks[::step]]
            apart = (x + own + self._gap <= after[0] for (x, _text, own), after in pairwise(places))
            if len(places) > 2 and all(apart):
                return places
        return [
            self._place(share, text, width, width / 2 - self._gap)
            for share, text in (self._marks[0], self._marks[-1])
        ]

    def _place(self, share: float, text: Text, width: float, most: float) -> tuple[float, Text, float]:
        own = min(text.natural_width() + 0.01, most)
        return max(0, min(share * width - own / 2, width - own)), text, own


def striped(canvas: Canvas, area: Area, tone: Tone) -> None:
    """Paint an area in stripes of a tone, ended by a line: what lies between two figures."""
    markup = _STRIPES.replace("GROUND", tone.wash).replace("STRIPE", tone.colour)
    pattern = canvas.definition(("stripes", tone), markup)
    canvas.rectangle(area, f"url(#{pattern})", kind="range")
    end = min(4.0, area.width)
    canvas.rectangle(Area(area.right - end, area.y, end, area.height), tone.colour)
