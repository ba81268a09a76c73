"""The figures of an article, read off its body: as it was last saved, or as its form has it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from wagtail import blocks

from qnwellness.content.references import find_references

from ..checks.figures import known_facts
from ..checks.passages import read_passages
from ..evidence.fact_index import FactIndex
from ..evidence.placed import KnownFact, PlacedFigure, placed_figures
from ..evidence.repeated import repeated, statement_of
from ..models import ArticlePage
from ..rich_text.fact.stored import LINK_TYPE
from .fields import Raw, text_fields
from .figures import ArticleFigures, TypedFigure
from .known import stated_facts, with_figure
from .locating import Locator

_BODY = "body"


def figures_of(page: ArticlePage) -> ArticleFigures:
    """Return the figures of an article, each place with whether a fact can be put there. One query."""
    return figures_in_body(page.body.stream_block, list(page.body.raw_data), looks_closely=True)


def figures_in_body(
    stream: blocks.BaseStreamBlock, raw: Raw, *, looks_closely: bool = False
) -> ArticleFigures:
    """Return the figures of a stored body. One query for the facts of the site.

    Unless it `looks_closely`, which takes its time, a figure can be linked wherever its field takes facts.
    """
    facts = known_facts()
    placed = placed_figures(read_passages(_BODY, stream, raw), facts)
    typed = [one for one in placed if one.fact is None and one.passage.kind != "quote"]
    read = _Reader(facts, Locator(text_fields(stream, raw, _BODY), looks_closely=looks_closely))
    stated = stated_facts(typed, facts.values())
    others = [one for one in typed if one not in stated]
    twice = repeated(others)
    grouped = {one for group in twice for one in group.places}
    return ArticleFigures(
        uses=uses_in_body(stream, raw),
        known=read.known(stated),
        repeated=tuple(read.figure(one.places, one.nutrient or "", one.statement_proposal) for one in twice),
        single=tuple(
            read.figure([one], one.nutrient, statement_of([one]))
            for one in others
            if one.nutrient and one not in grouped
        ),
    )


def uses_in_body(stream: blocks.BaseStreamBlock, raw: Raw) -> dict[int, int]:
    """Return how often a stored body uses each fact (id), in the order of first use. Nothing is loaded."""
    return dict(Counter(pk for kind, pk in find_references(stream, raw) if kind == LINK_TYPE))


class _Reader:
    """Turns figures at their places into what an editor is shown."""

    def __init__(self, facts: Mapping[int, KnownFact], locator: Locator) -> None:
        self._facts = FactIndex(facts.values())
        self._locator = locator

    def figure(self, group: Sequence[PlacedFigure], nutrient: str, statement: str) -> TypedFigure:
        """Return a figure that could become a fact, with the facts that have the same one."""
        facts = with_figure(group[0], self._facts)
        return TypedFigure(group[0].figure, nutrient, self._locator.places(group), statement, facts)

    def known(self, stated: Mapping[PlacedFigure, int]) -> tuple[TypedFigure, ...]:
        """Return figures that state facts, those that state the same one together."""
        groups: dict[int, list[PlacedFigure]] = {}
        for one, fact in stated.items():
            groups.setdefault(fact, []).append(one)
        return tuple(self._of_fact(fact, group) for fact, group in groups.items())

    def _of_fact(self, fact: int, group: Iterable[PlacedFigure]) -> TypedFigure:
        first, *_rest = group = list(group)
        others = [pk for pk in with_figure(first, self._facts) if pk != fact]
        return TypedFigure(
            first.figure, first.nutrient or "", self._locator.places(group), facts=(fact, *others)
        )
