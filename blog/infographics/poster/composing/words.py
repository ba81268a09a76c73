"""The words of a head: brand, title, subtitle and lead."""

from collections.abc import Sequence

from ..boxes.arranging import Stack
from ..boxes.box import Box, Space
from ..boxes.suiting import fitted
from ..boxes.text import Text
from ..boxes.theme import LEAF_DEEP, SOFT, SUN, Theme
from ..value import Poster
from .brand import signed
from .shortening import shortened

# Sizes of a title with the lines it may have in each.
Sizes = Sequence[tuple[float, int]]

_LEADING = 1.08


def titled(poster: Poster, theme: Theme, sizes: Sizes) -> Box:
    """Return title, subtitle and lead; the title in the first of sizes in which it fits without a broken word."""
    return Stack([fitted(_titles(poster, theme, sizes)), _below(poster, theme, True, True)], theme.px(24))


def fitting(
    poster: Poster, theme: Theme, sizes: Sizes, width: float, height: float, *, has_lead: bool = True
) -> Box:
    """Return the words of a head that has no more room than it is given.

    First the lead is left out, then the subtitle; then the type of the title becomes smaller, and only a title that
    is still too long is cut.
    """
    titles = _titles(poster, theme, sizes)
    ways = [(True, True, len(sizes) // 2), (False, True, len(sizes) - 3), (False, False, len(sizes))]
    for with_lead, with_subtitle, first in ways[not has_lead :]:
        below = _below(poster, theme, with_lead, with_subtitle)
        for begin in range(first):
            words = Stack([fitted(titles[begin:]), below], theme.px(24))
            if words.height(width) <= height:
                return words
    return _cut(poster.title, theme, sizes[-1][0], width, height)


def branded(poster: Poster, words: Box, theme: Theme, width: float) -> Box:
    """Return words below the sign of the brand."""
    brand = signed(poster.brand, theme.serif(31, LEAF_DEEP, 1.3), width)
    return Stack([brand, Space(theme.px(22)), words]) if brand.height(width) else words


def _titles(poster: Poster, theme: Theme, sizes: Sizes) -> list[tuple[Text, int]]:
    return [
        (Text.of(poster.title, theme.serif(size, LEAF_DEEP, _LEADING), is_balanced=True), most)
        for size, most in sizes
    ]


def _below(poster: Poster, theme: Theme, has_lead: bool, has_subtitle: bool) -> Box:
    subtitle = Text.of(poster.subtitle if has_subtitle else "", theme.strong(31, SUN, 1.3), is_balanced=True)
    lead = Text.of(poster.lead if has_lead else "", theme.sans(29, SOFT))
    return Stack([subtitle, lead], theme.px(14))


def _cut(title: str, theme: Theme, size: float, width: float, height: float) -> Box:
    style = theme.serif(size, LEAF_DEEP, _LEADING)
    for lines in range(max(int(height // style.line), 1), 1, -1):
        words = shortened(title, style, width, lines)
        if words.height(width) <= height:
            return words
    return shortened(title, style, width, 1)
