"""Vitamin K on a page without a word on the medicines it works against. Advice, neither legal nor medical.

For English.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qnwellness.nutrition.naming import nutrients_in

from .doses import is_daily_amount
from .placed import KnownFact, Passage, PlacedFigure, plain

_ON_ANTICOAGULANTS = re.compile(
    r"\b(?:warfarin|anti-?coagula\w+|blood[\s-]thin\w*|thin\w*\s(?:the|your)\sblood|coumadin|marevan|coumarins?"
    r"|phenprocoumon|acenocoumarol|vitamin\sK\santagonists?)\b",
    re.IGNORECASE,
)
_SUPPLEMENTED = re.compile(
    r"\b(?:supplement\w*|dos(?:e|es|age)|capsules?|tablets?|softgels?|take|taking)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Unwarned:
    """Where vitamin K is first spoken of as a supplement, on a page without a word on anticoagulants."""

    place: str
    sentence: str


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


def _supplements_vitamin_k(sentence: str) -> bool:
    return "vitamin K" in nutrients_in(sentence) and _SUPPLEMENTED.search(sentence) is not None
