"""The order of results: where the words asked for stand counts for more than how often. Pure.

Decided here and not by the database, so that every database gives the same order; among results that are equal, the
order in which they were found is kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qnwellness.content.words import folded, terms

from .question import Question

IN_TITLE, IN_LEAD, IN_NAMES, IN_HEADINGS, IN_TEXT = 12, 6, 4, 2, 1
# What is asked for is the whole of the title or of another name; or it stands in the title word for word.
IS_NAME, IS_PART_OF_TITLE = 40, 8


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of an article."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that holds what is asked for.

    `lead` is its standfirst or summary; `names` are its other names and the shop's keys.
    """

    kind: str
    pk: int
    title: str
    lead: str = ""
    names: Sequence[str] = ()
    tags: Sequence[Tag] = ()
    headings: Sequence[str] = ()


def score(candidate: Candidate, question: Question) -> int:
    """Return how well a candidate answers: for each word the best place it stands in, and whole names above all."""
    title = folded(candidate.title)
    places = (
        (IN_TITLE, set(title.split())),
        (IN_LEAD, set(terms(candidate.lead))),
        (IN_NAMES, _terms_of((*candidate.names, *(tag.name for tag in candidate.tags)))),
        (IN_HEADINGS, _terms_of(candidate.headings)),
    )
    total = sum(
        next((weight for weight, found in places if term in found), IN_TEXT) for term in question.terms
    )
    if question.phrase in {title, *map(folded, candidate.names)}:
        return total + IS_NAME
    return total + (IS_PART_OF_TITLE if f" {question.phrase} " in f" {title} " else 0)


def _terms_of(texts: Iterable[str]) -> set[str]:
    return {term for text in texts for term in terms(text)}


def ranked(lists: Iterable[Sequence[Candidate]], question: Question) -> list[Candidate]:
    """Return several lists, each in the order found, as one: best first, and equals from each in turn."""
    scored = [
        (-score(candidate, question), place, number, candidate)
        for number, found in enumerate(lists)
        for place, candidate in enumerate(found)
    ]
    return [candidate for *_key, candidate in sorted(scored, key=lambda entry: entry[:3])]
