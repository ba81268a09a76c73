"""What nutrients do together."""

from dataclasses import dataclass

from ..boxes.area import Area
from ..boxes.arranging import Columns, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.card import Card
from ..boxes.signs import icon
from ..boxes.suiting import Suited
from ..boxes.text import Text
from ..boxes.theme import LEAF, LEAF_WASH, PAPER, POINT, SOFT, SURFACE, TEXT, Theme
from .frame import below_heading, framed, heading, told_points
from .titled import Titled


@dataclass(frozen=True, slots=True)
class Synergy:
    """Point plus point."""

    title: str
    points: tuple[Titled, ...]


def drawing(panel: Synergy, theme: Theme) -> Box:
    """Return it as drawn: a card for each point, joined by plus signs."""
    points = [_card(point, theme) for point in panel.points if point.title or point.text]
    return framed(
        below_heading(heading(panel.title, theme), _Joined(points, theme), theme), theme, LEAF_WASH, ""
    )


def telling(panel: Synergy) -> list[str]:
    """Return it in words."""
    return told_points(panel.points)


def _card(point: Titled, theme: Theme) -> Box:
    title = Text.of(point.title, theme.serif(POINT, leading=1.22))
    text = Text.of(point.text, theme.sans(TEXT, SOFT))
    return Card(Stack([title, text], theme.px(10)), SURFACE, (theme.px(34), theme.px(28)), theme.px(18))


class _Joined(Box):
    """Cards side by side where there is room for them, else one below the other, with a plus on each seam."""

    def __init__(self, cards: list[Box], theme: Theme) -> None:
        self._cards = cards
        self._gap = theme.px(26)
        self._radius = theme.px(25)
        self._least = theme.px(265)
        self._box = Suited(self._arranged)

    def height(self, width: float) -> float:
        """Return the height of the cards."""
        return self._box.height(width)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the cards, then the signs, which reach over their edges but not to their words."""
        self._box.paint(canvas, area)
        for x, y in self._seams(area):
            canvas.circle(x, y, self._radius, LEAF, LEAF_WASH, self._radius / 7)
            side = self._radius * 1.15
            place = Area(x - side / 2, y - side / 2, side, side)
            icon(canvas, "plus", place, PAPER, 2.4)

    def _arranged(self, width: float) -> Box:
        return Columns(self._cards, self._gap) if self._is_row(width) else Stack(self._cards, self._gap)

    def _is_row(self, width: float) -> bool:
        count = len(self._cards)
        return 1 < count <= 3 and (width - self._gap * (count - 1)) / count >= self._least

    def _seams(self, area: Area) -> list[tuple[float, float]]:
        """Return the middle of each seam between two cards."""
        if self._is_row(area.width):
            own = (area.width + self._gap) / len(self._cards)
            middle = area.y + area.height / 2
            return [(area.x + own * at - self._gap / 2, middle) for at in range(1, len(self._cards))]
        seams, y = [], area.y
        for card in self._cards[:-1]:
            y += card.height(area.width) + self._gap
            seams.append((area.x + area.width / 2, y - self._gap / 2))
        return seams
