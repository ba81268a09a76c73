"""Where to go next."""

from dataclasses import dataclass

from ..boxes.arranging import Centred, Columns, Stack
from ..boxes.box import Box
from ..boxes.card import Edged
from ..boxes.suiting import Suited
from ..boxes.text import Text
from ..boxes.theme import INK, LINE, PAPER, POINT, SMALLEST, SOFT, SUN, TEXT, Theme
from .frame import framed

_WIDE = 700.0


@dataclass(frozen=True, slots=True)
class CallToAction:
    """A text that leads somewhere; `product` is the name of ours it is about, or empty."""

    title: str
    text: str = ""
    product: str = ""


def drawing(panel: CallToAction, theme: Theme) -> Box:
    """Return it as drawn: quiet, as every product box is, with the product marked as ours."""
    title = Text.of(panel.title, theme.serif(34, leading=1.2), is_balanced=True)
    text = Text.of(panel.text, theme.sans(TEXT - 1, SOFT))
    name = Text.of(panel.product, theme.serif(POINT, INK, 1.2))
    ours = Text.of(theme.wording.ours if panel.product else "", theme.strong(SMALLEST, SUN))
    words = Stack([title, text], theme.px(10))
    product = Stack([ours, name], theme.px(2))
    body = Suited(lambda width: _arranged(words, product, theme, width))
    return framed(body, theme, PAPER, LINE)


def telling(panel: CallToAction) -> list[str]:
    """Return it in words."""
    return [panel.text, panel.product]


def _arranged(words: Box, product: Box, theme: Theme, width: float) -> Box:
    if width < theme.px(_WIDE) or not product.height(width) or not words.height(width):
        return Stack([words, product], theme.px(18))
    beside = Edged(product, LINE, theme.px(3), theme.px(28))
    return Columns([Centred(words), Centred(beside)], theme.px(36), (0.66, 0.34))
