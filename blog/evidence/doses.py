"""Daily amounts of nutrients set against the most that is held to be safe. Advice, neither legal nor medical.

For English. What trials gave, what is toxic and what an authority sets as a limit is told, not recommended.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qnwellness.nutrition.figures import Figure, normal
from qnwellness.nutrition.intakes import Checked, Intake, Kind, intakes, limits_of
from qnwellness.nutrition.naming import nutrients_in

from .figures import Sense
from .placed import KnownFact, Passage, PlacedFigure, plain

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
    r"\b(?:upper\s(?:intake\s)?(?:level|limit)s?|UL|safe\slevels?|ceiling|tolerable)\b", re.IGNORECASE
)
_AUTHORITY_SETS = re.compile(
    r"\b(?:EFSA|NIH|IOM|Institute\sof\sMedicine|European|American|HSA)\b[^.;]{0,60}\b(?:sets?|puts?|figure|limits?)\b",
    re.IGNORECASE,
)
_SUPERVISED = re.compile(
    r"\b(?:medical(?:ly)?\s(?:supervis\w+|advice|guidance|care)|(?:supervision|guidance|care|direction)\sof\sa"
    r"|doctors?|physicians?|GPs?|health-?\s?care\s(?:provider|professional|practitioner|team)s?|prescri\w+"
    r"|pharmacists?|dietiti?ans?|clinicians?|specialist)\b",
    re.IGNORECASE,
)
_ON_ANTICOAGULANTS = re.compile(
    r"\b(?:warfarin|anti-?coagula\w+|blood[\s-]thin\w*|thin\w*\s(?:the|your)\sblood|coumadin|marevan|coumarins?"
    r"|phenprocoumon|acenocoumarol|vitamin\sK\santagonists?)\b",
    re.IGNORECASE,
)
_SUPPLEMENTED = re.compile(
    r"\b(?:supplement\w*|dos(?:e|es|age)|capsules?|tablets?|softgels?|take|taking)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Excess:
    """A daily amount above what is held to be safe.

    `limits` are the rows it is above, the lowest first; where the nutrient has none, `reference` is the highest intake
    known of it. `is_slip` where the unit looks wrong; `is_supervised` where a doctor is named beside it.
    """

    placed: PlacedFigure
    limits: tuple[Intake, ...]
    reference: Intake | None = None
    is_supervised: bool = False

    @property
    def is_slip(self) -> bool:
        """Tell whether it is so much that its unit looks wrong."""
        row = self.limits[-1] if self.limits else self.reference
        return row is not None and _top(self.placed.figure, row.nutrient) > _SLIP * _top(
            row.figure, row.nutrient
        )


@dataclass(frozen=True, slots=True)
class Unwarned:
    """Where vitamin K is first spoken of as a supplement, on a page without a word on anticoagulants."""

    place: str
    sentence: str


def excesses(placed: Iterable[PlacedFigure]) -> tuple[Excess, ...]:
    """Return the daily amounts, typed or from facts, above a checked limit."""
    found = (_excess(one) for one in placed if is_daily_amount(one) and not one.stated.salt)
    return tuple(excess for excess in found if excess is not None)


def unclear_salts(placed: Iterable[PlacedFigure]) -> tuple[PlacedFigure, ...]:
    """Return the daily amounts of a salt that do not say how much of its element they hold."""
    placed = tuple(placed)
    return tuple(
        one for one in placed if one.stated.salt and is_daily_amount(one) and not _says_element(one, placed)
    )


def unwarned_of_anticoagulants(
    passages: Sequence[Passage],
    placed: Sequence[PlacedFigure],
    facts: Mapping[int, KnownFact],
    other_texts: str = "",
) -> Unwarned | None:
    """Return where vitamin K is dosed or supplemented, or None where the page speaks of anticoagulants, or not of it.

    `other_texts` is what else readers are told on the page.
    """
    texts = (other_texts, *(passage.text for passage in passages))
    if any(_ON_ANTICOAGULANTS.search(text) for text in texts):
        return None
    for one in placed:
        if one.nutrient == "vitamin K" and one.passage.kind != "quote" and is_daily_amount(one):
            return Unwarned(one.place, one.sentence)
    sentences = (
        (passage.place, plain(sentence, facts))
        for passage in passages
        if passage.kind != "quote"
        for paragraph in passage.paragraphs
        for sentence in paragraph
    )
    return next((Unwarned(*found) for found in sentences if _supplements_vitamin_k(found[1])), None)


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


def _excess(one: PlacedFigure) -> Excess | None:
    nutrient = one.nutrient or ""
    said = f"{one.passage.subject} {one.sentence}"
    is_supplement = _SUPPLEMENT.search(said) is not None and not _FOOD.search(said)
    known = limits_of(nutrient, is_supplement=is_supplement, is_older="older" in one.topic.conditions)
    amount = _top(one.figure, nutrient)
    if normal(one.figure, nutrient).unit != "µg":
        return None
    supervised = _SUPERVISED.search(f"{one.sentence} {one.passage.beside}") is not None
    limits = tuple(row for row in known if amount > _top(row.figure, nutrient))
    if limits:
        return Excess(one, limits, is_supervised=supervised)
    excess = Excess(one, (), _highest_reference(nutrient), supervised)
    return excess if not known and excess.is_slip else None


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


def _supplements_vitamin_k(sentence: str) -> bool:
    return "vitamin K" in nutrients_in(sentence) and _SUPPLEMENTED.search(sentence) is not None


def _top(figure: Figure, nutrient: str) -> float:
    return float(normal(figure, nutrient).top)
