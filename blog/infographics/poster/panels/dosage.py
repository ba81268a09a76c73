"""How much of what."""

from dataclasses import dataclass

from ..boxes.arranging import Stack, grid
from ..boxes.box import Box
from ..boxes.card import Edged
from ..boxes.suiting import Suited, chosen, columns
from ..boxes.text import Text
from ..boxes.theme import LEAF, SMALLEST, SOFT, TEXT, Theme
from .frame import below_heading, framed, heading

# Sizes of the amounts with the lines they may have: large on two lines goes before small on one.
_SIZES = ((66, 1), (60, 1), (54, 1), (56, 2), (50, 2), (44, 2), (38, 2), (33, 3))
_LARGE = 44


@dataclass(frozen=True, slots=True)
class Dose:
    """A substance, an amount with its unit, and what to mind."""

    substance: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dosage:
    """Daily amounts of one or more substances."""

    title: str
    doses: tuple[Dose, ...]


def drawing(panel: Dosage, theme: Theme) -> Box:
    """Return it as drawn: the amounts large, all in one size."""
    return framed(
        below_heading(heading(panel.title, theme), Suited(lambda width: _doses(panel, theme, width)), theme),
        theme,
    )


def telling(panel: Dosage) -> list[str]:
    """Return it in words."""
    return [
        ". ".join(part for part in (f"{dose.substance}: {dose.amount}", dose.note) if part)
        for dose in panel.doses
    ]


def _doses(panel: Dosage, theme: Theme, width: float) -> Box:
    """Return doses in as many columns as leave their amounts large."""
    doses = [dose for dose in panel.doses if dose.substance or dose.amount or dose.note]
    settings = [
        ([Text.of(dose.amount, theme.serif(size, leading=1.14)) for dose in doses], most)
        for size, most in _SIZES
    ]
    gap, line, indent = theme.px(40), theme.px(5), theme.px(24)
    count = columns(max(len(doses), 1), width, theme.px(280), 3)
    while True:
        own = (width - gap * (count - 1)) / count - line - indent
        setting = chosen(settings, [own] * len(doses))
        if count == 1 or _SIZES[setting][0] >= _LARGE:
            break
        count -= 1
    amounts = settings[setting][0]
    boxes = [
        Edged(_dose(dose, amount, theme), LEAF, line, indent)
        for dose, amount in zip(doses, amounts, strict=True)
    ]
    return grid(boxes, count, gap, theme.px(34))


def _dose(dose: Dose, amount: Text, theme: Theme) -> Box:
    substance = Text.of(dose.substance, theme.strong(TEXT))
    note = Text.of(dose.note, theme.sans(SMALLEST, SOFT))
    return Stack([substance, amount, note], theme.px(5))
