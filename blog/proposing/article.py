"""The figures of an article, read off its body: as it was last saved, or as its form has it."""

from collections import Counter
from collections.abc import Sequence

from wagtail import blocks

from qnwellness.content.references import find_references

from ..checks.passages import read_passages
from ..evidence.placed import PlacedFigure, placed_figures
from ..evidence.repeated import repeated, statement_of
from ..models import ArticlePage
from ..rich_text.fact.stored import LINK_TYPE
from .fields import Raw, text_fields
from .figures import ArticleFigures, TypedFigure
from .known import equal_facts, known_facts
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
    equal = {one: ids for one in typed if (ids := equal_facts(one, facts.values()))}
    others = [one for one in typed if one not in equal]
    twice = repeated(others)
    grouped = {one for group in twice for one in group.places}
    locator = Locator(text_fields(stream, raw, _BODY), looks_closely=looks_closely)
    return ArticleFigures(
        uses=dict(Counter(pk for kind, pk in find_references(stream, raw) if kind == LINK_TYPE)),
        known=_known(equal, locator),
        repeated=tuple(
            TypedFigure(
                one.figure, one.nutrient or "", locator.places(one.places), statement=one.statement_proposal
            )
            for one in twice
        ),
        single=tuple(_single(one, locator) for one in others if one.nutrient and one not in grouped),
    )


def _known(equal: dict[PlacedFigure, tuple[int, ...]], locator: Locator) -> tuple[TypedFigure, ...]:
    """Return figures that equal facts, those that equal the same ones together."""
    groups: dict[tuple[int, ...], list[PlacedFigure]] = {}
    for one, ids in equal.items():
        groups.setdefault(ids, []).append(one)
    return tuple(_typed(group, locator, facts=ids) for ids, group in groups.items())


def _single(one: PlacedFigure, locator: Locator) -> TypedFigure:
    return TypedFigure(one.figure, one.nutrient or "", locator.places([one]), statement=statement_of([one]))


def _typed(group: Sequence[PlacedFigure], locator: Locator, facts: tuple[int, ...]) -> TypedFigure:
    first = group[0]
    return TypedFigure(first.figure, first.nutrient or "", locator.places(group), facts=facts)
