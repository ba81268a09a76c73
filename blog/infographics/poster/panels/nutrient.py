"""What one nutrient does, and where it is found."""

from dataclasses import dataclass

from ..boxes.arranging import Ends, Marked, Stack, grid
from ..boxes.box import Box, Nothing
from ..boxes.card import Rule
from ..boxes.line import Part
from ..boxes.signs import Disc
from ..boxes.suiting import Suited, columns
from ..boxes.text import Text
from ..boxes.theme import INK, LINE, SMALLEST, SOFT, TONES, Theme
from .frame import below_heading, bullets, framed, heading, heading_style


@dataclass(frozen=True, slots=True)
class Nutrient:
    """A nutrient with a few points and its food sources."""

    title: str
    points: tuple[str, ...]
    sources_label: str = ""
    sources: str = ""


def drawing(panel: Nutrient, theme: Theme) -> Box:
    """Return it as drawn: points with leaves, and the foods under a broken line."""
    icon = "sun" if theme.tone == TONES[0] else "leaf"
    size = theme.px(58)
    disc = Disc(size, icon, theme.tone.wash, theme.tone.colour)
    title = Marked(disc, size, heading(panel.title, theme), theme.px(18), heading_style(theme).line)
    points = bullets(panel.points, theme)
    gap = theme.px(13)
    listed = Suited(
        lambda width: (
            grid(points, columns(len(points), width, theme.px(400), 2), theme.px(40), gap)
            if points
            else Nothing()
        )
    )
    words = Ends(below_heading(title, listed, theme), _foods(panel, theme), theme.px(24))
    return framed(words, theme)


def telling(panel: Nutrient) -> list[str]:
    """Return it in words."""
    foods = ": ".join(part for part in (panel.sources_label, panel.sources) if part)
    return [*panel.points, *([foods] if panel.sources else [])]


def _foods(panel: Nutrient, theme: Theme) -> Box:
    if not panel.sources:
        return Nothing()
    label = f"{panel.sources_label}:" if panel.sources_label else ""
    parts = [Part(label, theme.strong(SMALLEST, INK)), Part(panel.sources, theme.sans(SMALLEST, SOFT))]
    return Stack([Rule(LINE, theme.px(2), theme.px(7)), Text(*parts)], theme.px(18))
