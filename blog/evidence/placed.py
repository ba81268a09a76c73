"""The figures of an article, each with the place it is typed at and what stands around it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from qnwellness.nutrition.figures import Figure, written
from qnwellness.nutrition.naming import nutrients_in

from .figures import Sense, StatedFigure, figures_in
from .topics import Topic, topic_of

# Stand around the id of a fact where one is used in a text: no text holds them (interlinear annotation marks).
FACT_BEGINS, FACT_ENDS = "\ufffa", "\ufffb"
_FACT = re.compile(rf"{FACT_BEGINS}(\d{{1,18}}){FACT_ENDS}")


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one field or one cell of a table, by paragraph and sentence; facts in it are marked by their ids.

    `place` is the way through the editor's form, `cell` tells the cells of a table apart. `subject` is what the row
    is about (a substance, the first cell), `title` what its panel or section is called, `beside` what else the row
    says. An `is_amount` field says how much a day of its subject; an `is_bar` passage is the number of a bar, drawn in
    `unit`; `instead` is the number typed beside its fact.
    """

    place: str
    paragraphs: tuple[tuple[str, ...], ...]
    kind: str = "text"
    cell: str = ""
    subject: str = ""
    title: str = ""
    beside: str = ""
    is_amount: bool = False
    takes_facts: bool = False
    is_bar: bool = False
    unit: str = ""
    instead: str = ""

    @property
    def in_infographic(self) -> bool:
        """Tell whether it stands in a panel."""
        return self.kind == "infographic"

    @property
    def lent(self) -> str:
        """Return the words a panel has for it elsewhere: a point says little without the title above it."""
        return f"{self.title} {'' if self.is_amount else self.beside}" if self.in_infographic else ""

    @property
    def text(self) -> str:
        """Return all it says, with marks of facts."""
        return " ".join(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def fact_ids(self) -> tuple[int, ...]:
        """Return the ids of the facts it states, in order."""
        return tuple(int(pk) for pk in _FACT.findall(self.text))


@dataclass(frozen=True)
class KnownFact:
    """A fact of the site, as far as it is compared. `nutrient` is None where it has none."""

    pk: int
    figure: Figure
    statement: str
    nutrient: str | None = None
    qualifier: str = ""
    population: str = ""

    @cached_property
    def topic(self) -> Topic:
        """Return what it is about."""
        return topic_of(" ".join((self.statement, self.qualifier, self.population)))

    @cached_property
    def nutrients(self) -> frozenset[str]:
        """Return the nutrients it names: calcium is taken up, and vitamin D has a part in it."""
        own = {self.nutrient} if self.nutrient else set()
        return nutrients_in(f"{self.statement} {self.qualifier}") | own


@dataclass(frozen=True)
class PlacedFigure:
    """A figure at its place. `fact` is the id of the fact it comes from, None for one that is typed by hand.

    `start` and `end` are where its words stand in `sentence`; `turn` counts the same words in the field or cell from
    zero, those of facts left out.
    """

    passage: Passage
    sentence: str
    stated: StatedFigure
    fact: int | None = None
    turn: int = 0
    statement: str = ""

    @property
    def figure(self) -> Figure:
        """Return the value or range with its unit."""
        return self.stated.figure

    @property
    def nutrient(self) -> str | None:
        """Return what it is an amount of, or None."""
        return self.stated.nutrient

    @property
    def words(self) -> str:
        """Return it as it was typed."""
        return self.stated.words

    @property
    def sense(self) -> Sense:
        """Return how it is meant."""
        return self.stated.sense

    @property
    def start(self) -> int:
        """Return where in its sentence it begins."""
        return self.stated.start

    @property
    def end(self) -> int:
        """Return where in its sentence it ends."""
        return self.stated.end

    @property
    def place(self) -> str:
        """Return the way to its field."""
        return self.passage.place

    @property
    def cell(self) -> str:
        """Return which cell of a table it stands in, or nothing."""
        return self.passage.cell

    @property
    def takes_facts(self) -> bool:
        """Tell whether a fact can stand in its field."""
        return self.passage.takes_facts

    @property
    def in_infographic(self) -> bool:
        """Tell whether it stands in a panel."""
        return self.passage.in_infographic

    @property
    def names_nutrient(self) -> bool:
        """Tell whether its sentence or its row names its nutrient, and not a title or a sentence before alone."""
        return self.nutrient in nutrients_in(f"{self.passage.subject} {self.sentence}")

    @cached_property
    def topic(self) -> Topic:
        """Return what it is about: its clause says what it holds for, its row and its sentence lend their words."""
        clause = f"{self.passage.subject} {self.stated.clause}".strip()
        lent = (self.passage.subject, self.sentence, self.statement, self.passage.lent)
        topic = topic_of(clause, " ".join(lent))
        if self.passage.is_amount and "week" not in topic.conditions:
            return Topic(topic.words, topic.conditions, topic.status, is_daily=True)
        return topic


def placed_figures(
    passages: Iterable[Passage], facts: Mapping[int, KnownFact] | None = None
) -> tuple[PlacedFigure, ...]:
    """Return the figures of passages in order, those of facts as they are today; facts that are gone are left out."""
    return tuple(found for passage in passages for found in _of_passage(passage, facts or {}))


def typed_by_hand(placed: Iterable[PlacedFigure]) -> list[PlacedFigure]:
    """Return what editors typed: figures of facts, the words of others and weighed salts are let be."""
    return [one for one in placed if one.fact is None and one.passage.kind != "quote" and not one.stated.salt]


def plain(sentence: str, facts: Mapping[int, KnownFact]) -> str:
    """Return a sentence as it reads today."""
    return _with_facts(sentence, facts)[0]


def _of_passage(passage: Passage, facts: Mapping[int, KnownFact]) -> Iterator[PlacedFigure]:
    turns: Counter[str] = Counter()
    for paragraph in passage.paragraphs:
        before = ""
        for marked in paragraph:
            sentence, used = _with_facts(marked, facts)
            around = _around(passage, before)
            for stated in figures_in(sentence, around):
                fact = used.get(stated.start)
                if fact is None:
                    yield PlacedFigure(passage, sentence, stated, turn=turns[stated.words])
                    turns[stated.words] += 1
                else:
                    yield _of_fact(passage, sentence, stated, fact)
            before = sentence


def _around(passage: Passage, before: str) -> str:
    """Return the nearest words that say what a sentence is about: of its row, of the sentence before, of the title."""
    for words in (passage.subject, before, passage.title):
        if nutrients_in(words):
            return words
    return ""


def _of_fact(passage: Passage, sentence: str, stated: StatedFigure, fact: KnownFact) -> PlacedFigure:
    shown = StatedFigure(
        fact.figure,
        stated.start,
        stated.end,
        stated.words,
        fact.nutrient or stated.nutrient,
        stated.clause,
        stated.sense,
        stated.salt,
    )
    return PlacedFigure(passage, sentence, shown, fact.pk, statement=f"{fact.statement} {fact.qualifier}")


def _with_facts(marked: str, facts: Mapping[int, KnownFact]) -> tuple[str, dict[int, KnownFact]]:
    """Return a sentence with the figures of its facts, and those facts by where they begin in it."""
    parts, used, at, end = [], {}, 0, 0
    for match in _FACT.finditer(marked):
        parts.append(marked[end : match.start()])
        at += match.start() - end
        end = match.end()
        fact = facts.get(int(match[1]))
        if fact is not None:
            used[at] = fact
            parts.append(written(fact.figure))
            at += len(parts[-1])
    parts.append(marked[end:])
    return "".join(parts), used
