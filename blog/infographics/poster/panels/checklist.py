"""What to do and what to leave."""

from dataclasses import dataclass

from ..boxes.arranging import Columns, Marked, Stack
from ..boxes.box import Box
from ..boxes.card import Card
from ..boxes.signs import Disc
from ..boxes.suiting import Suited
from ..boxes.text import Text
from ..boxes.theme import PAPER, TEXT, TONES, Theme, Tone
from .frame import below_heading, framed, heading

_WIDE = 620.0


@dataclass(frozen=True, slots=True)
class Checklist:
    """Two lists with a name each; one of them may be empty."""

    title: str
    do_label: str
    do: tuple[str, ...]
    avoid_label: str
    avoid: tuple[str, ...]


def drawing(panel: Checklist, theme: Theme) -> Box:
    """Return it as drawn: what to do with ticks, what to leave with crosses; words and signs tell them apart."""
    lists = [
        _list(label, points, sign, tone, theme)
        for label, points, sign, tone in (
            (panel.do_label, panel.do, "check", TONES[1]),
            (panel.avoid_label, panel.avoid, "cross", TONES[2]),
        )
        if any(points)
    ]
    gap = theme.px(24)
    body = Suited(
        lambda width: (
            Columns(lists, gap) if len(lists) > 1 and width >= theme.px(_WIDE) else Stack(lists, gap)
        )
    )
    return framed(below_heading(heading(panel.title, theme), body, theme), theme)


def telling(panel: Checklist) -> list[str]:
    """Return it in words."""
    lists = ((panel.do_label, panel.do), (panel.avoid_label, panel.avoid))
    return [f"{label}: {point}" for label, points in lists for point in points if point]


def _list(label: str, points: tuple[str, ...], sign: str, tone: Tone, theme: Theme) -> Box:
    style, size = theme.sans(TEXT), theme.px(34)
    rows = [
        Marked(Disc(size, sign, tone.colour, PAPER, 3), size, Text.of(point, style), theme.px(16), style.line)
        for point in points
        if point
    ]
    name = Text.of(label, theme.strong(TEXT + 1, tone.colour))
    words = Stack([name, Stack(rows, theme.px(14))], theme.px(16))
    return Card(words, tone.wash, (theme.px(28), theme.px(26)), theme.px(18))
