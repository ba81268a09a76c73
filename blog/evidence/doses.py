"""Daily amounts of nutrients set against the most that is held to be safe. Advice, neither legal nor medical.

For English. What trials gave, what is toxic and what an authority sets as a limit is told, not recommended.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from qnwellness.nutrition.figures import Figure, normal
from qnwellness.nutrition.intakes import Checked, Intake, Kind, intakes, limits_of

from .figures import Sense, figures_in
from .often import times_a_day
from .placed import PlacedFigure
from .supervised import is_supervised

# Amounts this many times the reference are more likely typed in the wrong unit than meant.
_SLIP = 50

_MEASURED = frozenset({"µg", "mg", "g", "IU"})
_TAKING = re.compile(
    r"\b(?:takes?|taking|dos(?:e|es|age|ing)|supplement(?:ing)?\swith|recommend(?:s|ed)?|aim\sfor)\b",
    re.IGNORECASE,
)
_SUPPLEMENT = re.compile(
    r"\b(?:supplement\w*|capsules?|tablets?|softgels?|gummies|powder|sachets?|pills?|added|fortified|takes?|taking)\b",
    re.IGNORECASE,
)
_FOOD = re.compile(r"\b(?:all\ssources|from\s(?:food|the\sdiet|meals)|in\sthe\sdiet)\b", re.IGNORECASE)
# What a row of a dosage panel says where it is not about a supplement. "With food" is how a supplement is taken.
_ROW_OF_FOOD = re.compile(r"(?<!with\s)\b(?:foods?|diet(?:ary)?|eat\w*)\b(?!\ssupplement)", re.IGNORECASE)
_OFTEN_NOT_DAILY = re.compile(
    r"\b(?:weekly|monthly|(?:a|per|each|every|once\sa)\s(?:week|month|fortnight|year)|single|one-off|bolus|inject\w*)\b",
    re.IGNORECASE,
)
_IS_TOLD = re.compile(
    r"\b(?:took|received|(?:was|were|been)\s(?:given|assigned|randomi[sz]ed|taking)|gave|toxic\w*|overdos\w*|poison\w*"
    r"|hypercalc[ae]+mia|harmful|dangerous|unsafe|too\smuch)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:safe\slevels?|upper\s(?:intake\s)?(?:level|limit)s?|UL|ceiling|tolerable)\b", re.IGNORECASE
)
_AUTHORITY_SETS = re.compile(
    r"\b(?:EFSA|NIH|IOM|Institute\sof\sMedicine|European|American|HSA)\b[^.;]{0,60}\b(?:sets?|puts?|figure|limits?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Excess:
    """A daily amount above what is held to be safe.

    `limits` are the rows it is above, the lowest first; where the nutrient has none, `reference` is the highest intake
    known of it. `is_slip` where the unit looks wrong; `is_supervised` where a doctor is to be asked. The amount is
    `times` the figure that is typed: of what is taken twice a day, the sum is too much.
    """

    placed: PlacedFigure
    limits: tuple[Intake, ...]
    reference: Intake | None = None
    is_supervised: bool = False
    times: int = 1

    @property
    def amount(self) -> Figure:
        """Return how much that is a day."""
        return Figure(self.placed.figure.top * self.times, None, self.placed.figure.unit)

    @property
    def is_slip(self) -> bool:
        """Tell whether it is so much that its unit looks wrong."""
        row = self.limits[-1] if self.limits else self.reference
        return row is not None and _top(self.amount, row.nutrient) > _SLIP * _top(row.figure, row.nutrient)


def excesses(placed: Iterable[PlacedFigure]) -> tuple[Excess, ...]:
    """Return the daily amounts, typed or from facts, above a checked limit. Taken twice a day they count twice."""
    found = (
        _excess(one, _times(one, number, beside))
        for beside in _by_sentence(placed)
        for number, one in enumerate(beside)
        if is_daily_amount(one) and not one.stated.salt
    )
    return tuple(excess for excess in found if excess is not None)


def unclear_salts(placed: Iterable[PlacedFigure]) -> tuple[PlacedFigure, ...]:
    """Return the daily amounts of a salt that do not say how much of its element they hold."""
    placed = tuple(placed)
    return tuple(
        one for one in placed if one.stated.salt and is_daily_amount(one) and not _says_element(one, placed)
    )


def is_daily_amount(one: PlacedFigure) -> bool:
    """Tell whether a figure is how much of a nutrient somebody should take or eat a day."""
    if one.nutrient is None or one.figure.unit not in _MEASURED or one.passage.kind == "quote":
        return False
    said = f"{one.passage.subject} {one.sentence}"
    if (
        one.sense == Sense.CHANGE
        or _OFTEN_NOT_DAILY.search(one.stated.clause)
        or _IS_TOLD.search(one.stated.clause)
    ):
        return False
    if _is_limit(one, said) or {"rest", "study"} & one.topic.conditions:
        return False
    return one.topic.is_daily or _is_advised(one)


def _is_limit(one: PlacedFigure, said: str) -> bool:
    """Tell whether a sentence gives a figure as a limit and does not advise to take it nevertheless."""
    sets_one = _LIMIT.search(said) or _AUTHORITY_SETS.search(said)
    return sets_one is not None and not _TAKING.search(one.stated.clause)


def _is_advised(one: PlacedFigure) -> bool:
    return "content" not in one.topic.conditions and _TAKING.search(one.stated.clause) is not None


def _by_sentence(placed: Iterable[PlacedFigure]) -> Iterator[list[PlacedFigure]]:
    """Yield the figures that stand together in a sentence; they come one after the other."""
    for _where, group in groupby(placed, key=lambda one: (one.place, one.cell, one.sentence)):
        yield list(group)


def _times(one: PlacedFigure, number: int, beside: Sequence[PlacedFigure]) -> int:
    """Return how often a day a figure is taken, the `number`-th of those `beside` it in its sentence."""
    following = (other.start for other in beside[number + 1 :] if other.nutrient == one.nutrient)
    before = next(following, len(one.sentence))
    after = beside[number - 1].end if number else 0
    row = one.passage.beside if one.passage.is_amount and not figures_in(one.passage.beside) else ""
    return times_a_day(one.sentence, (one.start, one.end), after=after, before=before, beside=row)


def _excess(one: PlacedFigure, times: int) -> Excess | None:
    nutrient = one.nutrient or ""
    known = limits_of(nutrient, is_supplement=_is_supplement(one), is_older="older" in one.topic.conditions)
    if normal(one.figure, nutrient).unit != "µg":
        return None
    amount = _top(one.figure, nutrient) * times
    supervised = is_supervised(one.sentence) or is_supervised(one.passage.beside)
    limits = tuple(row for row in known if amount > _top(row.figure, nutrient))
    if limits:
        return Excess(one, limits, is_supervised=supervised, times=times)
    excess = Excess(one, (), _highest_reference(nutrient), supervised, times)
    return excess if not known and excess.is_slip else None


def _is_supplement(one: PlacedFigure) -> bool:
    """Tell whether a supplement is spoken of; a row of a dosage panel is one unless it says food."""
    said = f"{one.passage.subject} {one.sentence}"
    if _FOOD.search(said):
        return False
    if one.passage.is_amount:
        return not _ROW_OF_FOOD.search(said) and not _FOOD.search(one.passage.beside)
    return _SUPPLEMENT.search(said) is not None


def _highest_reference(nutrient: str) -> Intake | None:
    rows = (
        row
        for row in intakes()
        if row.nutrient == nutrient
        and row.kind in {Kind.ALLOWANCE, Kind.ADEQUATE}
        and row.checked != Checked.NO
    )
    return max(rows, key=lambda row: _top(row.figure, nutrient), default=None)


def _says_element(one: PlacedFigure, placed: Sequence[PlacedFigure]) -> bool:
    """Tell whether the sentence gives the amount of the element too, or says "elemental"."""
    in_sentence = (other for other in placed if other.sentence == one.sentence and other is not one)
    return "elemental" in one.sentence.casefold() or any(
        other.nutrient == one.nutrient and not other.stated.salt for other in in_sentence
    )


def _top(figure: Figure, nutrient: str) -> float:
    return float(normal(figure, nutrient).top)
