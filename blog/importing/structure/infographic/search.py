"""Finding infographics in a text: the reading of all its lines that explains most.

Lines are read from the top, each either as ordinary text or as part of an infographic. Every panel brings a score for
how much it speaks for an infographic, opening one has a price, and an infographic needs several panels of at least two
kinds, so a section with a list, or a few short sections, stays what it is.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from blog.importing.structure.infographic.panels import Stretch, heads, panels, tails
from blog.importing.structure.infographic.parts import Head, Kind, Part, Region, Tail
from blog.importing.structure.shapes import Line

# What an infographic has to bring, with a contents list that already tells the body's headings and without one.
PRICE_WITH_CONTENTS = 3.0
PRICE = 4.5
# What leaves a doubt that is worth a word to a person.
PRICE_OF_DOUBT = 2.0

_FEWEST_PANELS = 3
_PROSE_RESUMES = -0.4
_LONGEST_PROSE, _BRIEF_PROSE = 450, 200
# Articles are far shorter; the bound keeps the time in proportion for anything else.
MOST_LINES = 4000


@dataclass(frozen=True, slots=True)
class _State:
    """Where a reading stands: outside an infographic (no head yet), or in one with these kinds and panels."""

    inside: bool = False
    kinds: Kind = Kind.NONE
    panels: int = 0
    before: tuple[Kind, bool] = (Kind.NONE, False)


@dataclass(frozen=True, slots=True)
class _Step:
    """The best way to a state at a line, and the last thing read on it."""

    score: float
    came_from: tuple[int, _State] | None = None
    read: Head | Part | Tail | None = None


_OUTSIDE = _State()


def find_regions(
    lines: Sequence[Line], names_a_product: Callable[[str], bool], price: float, headings_known: bool
) -> list[Region]:
    """The infographics in a sequence of lines, in order and never overlapping.

    `headings_known` tells that a contents list names the headings of the body.
    """
    lines = lines[:MOST_LINES]
    counts = Counter(line.key for line in lines if line.key and line.is_headline)
    repeated = frozenset(key for key, count in counts.items() if count > 1)
    regions: list[Region] = []
    for start, end in _stretches(lines):
        stretch = Stretch(lines[start:end], names_a_product, repeated, headings_known)
        regions += [_moved(region, start) for region in _Reading(stretch, price).regions()]
    return regions


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The runs of lines that could hold an infographic: walls and long prose never do."""
    start = 0
    for index, line in enumerate(lines):
        if not (line.is_words or line.is_list) or len(line.text) > _LONGEST_PROSE:
            yield start, index
            start = index + 1
    yield start, len(lines)


def _moved(region: Region, by: int) -> Region:
    return Region(region.start + by, region.end + by, region.head, region.parts, region.tail)


class _Reading:
    """The best reading of one stretch."""

    def __init__(self, stretch: Stretch, price: float) -> None:
        self._stretch = stretch
        self._price = price
        self._length = len(stretch.lines)
        self._best: list[dict[_State, _Step]] = [{} for _ in range(self._length + 1)]
        self._read: dict[tuple[int, Kind, bool], list[Part]] = {}

    def regions(self) -> list[Region]:
        if not any(line.is_list or line.is_amount for line in self._stretch.lines):
            return []
        self._best[0][_OUTSIDE] = _Step(0.0)
        for index in range(self._length + 1):
            for state in [state for state in self._best[index] if state.inside]:
                self._go_on(index, state)
            self._stay_outside_or_open(index)
        return self._traced()

    def _stay_outside_or_open(self, index: int) -> None:
        step = self._best[index].get(_OUTSIDE)
        if step is None or index == self._length:
            return
        self._reach(index + 1, _OUTSIDE, _Step(step.score, (index, _OUTSIDE)))
        for head in heads(self._stretch, index):
            score = step.score - self._price + head.score
            self._reach(index + head.length, _State(inside=True), _Step(score, (index, _OUTSIDE), head))

    def _go_on(self, index: int, state: _State) -> None:
        step = self._best[index][state]
        before = step.read if isinstance(step.read, Part) else None
        if before and state.panels >= _FEWEST_PANELS and len(state.kinds) >= 2:
            self._close(index, state, step, before)
        if before and before.kind is Kind.CALL:
            return
        for part in self._panels(index, before):
            reached = _State(
                inside=True,
                kinds=state.kinds | part.kind,
                panels=min(state.panels + 1, _FEWEST_PANELS),
                before=(part.kind, part.has_sources),
            )
            self._reach(index + part.length, reached, _Step(step.score + part.score, (index, state), part))

    def _panels(self, index: int, before: Part | None) -> list[Part]:
        """The panels at a line, read once for all states that come after the same kind of panel."""
        after = (index, before.kind, before.has_sources) if before else (index, Kind.NONE, False)
        if after not in self._read:
            self._read[after] = list(panels(self._stretch, index, before))
        return self._read[after]

    def _close(self, index: int, state: _State, step: _Step, last: Part) -> None:
        after = self._stretch.at(index)
        resumes = after.is_prose and not after.is_headline and len(after.text) <= _BRIEF_PROSE
        score = step.score + (_PROSE_RESUMES if resumes else 0.0)
        self._reach(index, _OUTSIDE, _Step(score, (index, state)))
        for tail in tails(self._stretch, index, last):
            self._reach(index + tail.length, _OUTSIDE, _Step(step.score + tail.score, (index, state), tail))

    def _reach(self, index: int, state: _State, step: _Step) -> None:
        if index <= self._length:
            known = self._best[index].get(state)
            if known is None or known.score < step.score:
                self._best[index][state] = step

    def _traced(self) -> list[Region]:
        """The regions on the best way through the whole stretch, read backwards from its end."""
        regions: list[Region] = []
        parts: list[Part] = []
        tail: Tail | None = None
        index, state, end = self._length, _OUTSIDE, 0
        while (step := self._best[index][state]).came_from is not None:
            before, earlier = step.came_from
            if earlier.inside and not state.inside:
                end, tail, parts = index, step.read if isinstance(step.read, Tail) else None, []
            if isinstance(step.read, Part):
                parts.append(step.read)
            if isinstance(step.read, Head):
                regions.append(Region(before, end, step.read, tuple(reversed(parts)), tail))
            index, state = before, earlier
        return regions[::-1]
