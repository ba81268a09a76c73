"""The panels that may begin at a line. Each function yields every reading of the lines, with what speaks for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.parts import Head, Kind, Part, Tail
from blog.importing.structure.shapes import WALL, Line
from blog.importing.structure.wording import is_title_case

_LEAD, _LONG_LEAD, _SUBTITLE = 450, 250, 130
_PAIR_TEXT, _LONG_PAIR_TEXT, _NOTE, _CALL_TEXT, _LINK_LABEL = 160, 120, 200, 450, 60
_MOST_ROWS = 12


@dataclass(frozen=True)
class Stretch:
    """Lines without anything between them that could not be in an infographic."""

    lines: Sequence[Line]
    names_a_product: Callable[[str], bool]
    repeated: frozenset[str]
    headings_known: bool = False

    def at(self, index: int) -> Line:
        """The line at an index, a wall beyond the end."""
        return self.lines[index] if index < len(self.lines) else WALL


def heads(stretch: Stretch, at: int) -> Iterator[Head]:
    """Title, subtitle and lead that may begin here; two or three brief lines in a row are rare elsewhere."""
    title, second = stretch.at(at), stretch.at(at + 1)
    if not title.is_headline or title.ends_with_colon:
        return
    yield Head(title, None, (), 1, 0.5)
    for lead, score in _leads(stretch, at + 1):
        yield Head(title, None, lead, 1 + len(lead), score)
    if (
        second.is_words
        and len(second.text) <= _SUBTITLE
        and not second.ends_sentence
        and not second.is_amount
    ):
        yield Head(title, second, (), 2, 0.75)
        for lead, score in _leads(stretch, at + 2):
            yield Head(title, second, lead, 2 + len(lead), 1.25 + score)


def _leads(stretch: Stretch, at: int) -> Iterator[tuple[tuple[Line, ...], float]]:
    """One paragraph, or two short ones, with how much less they speak for an infographic than none."""
    first, second = stretch.at(at), stretch.at(at + 1)
    if _is_lead(first):
        yield (first,), 0.0 if len(first.text) <= _LONG_LEAD else -0.25
        if _is_lead(second) and len(first.text) + len(second.text) <= _LEAD:
            yield (first, second), -0.75


def panels(stretch: Stretch, at: int, before: Part | None) -> Iterator[Part]:
    """Every panel that may begin at a line, after the one before it."""
    title = stretch.at(at)
    if not title.is_headline:
        return
    extra = (0.75 if title.key in stretch.repeated else 0.0) - (0.25 if title.is_remark else 0.0)
    for reader in (_list, _doses, _labelled_doses, _pairs, _call, _checklist):
        for kind, rows, length, score in reader(stretch, at, before):
            yield Part(kind, title, rows, length, score + extra)


Reading = tuple[Kind, tuple[tuple[Line, ...], ...], int, float]


def _list(stretch: Stretch, at: int, before: Part | None) -> Iterator[Reading]:
    points, sources = stretch.at(at + 1), stretch.at(at + 2)
    if not points.is_list:
        return
    after_list = before is not None and before.kind is Kind.LIST
    if wording.sources_of(sources.text):
        yield Kind.LIST, ((points, sources),), 3, 1.0 if after_list else 2.0
        return
    # One list more is what any text has; one among its like, without sources like them, is a panel.
    unlike = before is not None and (not after_list or before.has_sources)
    if unlike:
        yield Kind.LIST, ((points,),), 2, 0.1 if stretch.headings_known else -0.25
    else:
        yield Kind.LIST, ((points,),), 2, 0.75 if after_list else 0.5


def _checklist(stretch: Stretch, at: int, before: Part | None) -> Iterator[Reading]:
    """A title, and a list of what to do and one of what to leave, each under its name."""
    do, wanted, avoid, unwanted = (stretch.at(at + step) for step in range(1, 5))
    if not (wanted.is_list and unwanted.is_list):
        return
    if wording.names_what_to_do(do.text) and wording.names_what_to_avoid(avoid.text):
        yield Kind.CHECKLIST, ((do, wanted), (avoid, unwanted)), 5, 1.5


def _doses(stretch: Stretch, at: int, before: Part | None) -> Iterator[Reading]:
    """A title and repeated substance, amount and perhaps note."""
    if before is not None and before.kind is Kind.DOSES:
        return
    named = 0.5 if wording.speaks_of_dosage(stretch.at(at).text) else 0.0
    reached: dict[int, tuple[float, tuple[tuple[Line, ...], ...]]] = {at + 1: (1.5 + named, ())}
    for index in range(at + 1, at + 1 + 3 * _MOST_ROWS):
        if index not in reached:
            continue
        score, rows = reached[index]
        if rows:
            yield Kind.DOSES, rows, index - at, score
        substance, amount, note = (stretch.at(index + step) for step in range(3))
        if not (substance.is_headline and amount.is_amount):
            continue
        worth = score + (0.5 if len(rows) < 2 else 0.1)
        for row, value in _dose_rows(stretch, index, substance, amount, note):
            end = index + len(row)
            if end not in reached or reached[end][0] < worth + value:
                reached[end] = (worth + value, (*rows, row))


def _dose_rows(
    stretch: Stretch, index: int, substance: Line, amount: Line, note: Line
) -> Iterator[tuple[tuple[Line, ...], float]]:
    yield (substance, amount), 0.0
    if not note.is_words or len(note.text) > _NOTE or note.is_known_heading or note.ends_with_colon:
        return
    after = stretch.at(index + 3)
    if note.is_prose:
        yield (substance, amount, note), 0.3
    elif after.is_prose or after.is_list:
        # A brief line over prose or a list is its title rather than a note.
        yield (substance, amount, note), -1.0
    else:
        # With nothing after it, it can head nothing.
        yield (substance, amount, note), 0.1 if note.is_remark or after is WALL else -0.2


def _labelled_doses(stretch: Stretch, at: int, before: Part | None) -> Iterator[Reading]:
    """A title and repeated "Substance: amount"."""
    rows: list[tuple[Line, ...]] = []
    while len(rows) < _MOST_ROWS:
        line = stretch.at(at + 1 + len(rows))
        if not line.is_amount or not wording.label_of(line.text):
            break
        rows.append((line,))
    if len(rows) >= 2:
        yield Kind.DOSES, tuple(rows), 1 + len(rows), 1.5


def _pairs(stretch: Stretch, at: int, before: Part | None) -> Iterator[Reading]:
    """A title and repeated short title with one short paragraph."""
    title = stretch.at(at).text
    named = wording.speaks_of_benefits(title) or wording.speaks_of_synergy(title)
    rows: list[tuple[Line, ...]] = []
    index, loose, longest = at + 1, 0.0, 0
    while len(rows) < _MOST_ROWS:
        heading, text = stretch.at(index), stretch.at(index + 1)
        if not heading.is_headline or heading.ends_with_colon or not _says_something_brief(text):
            return
        # A panel says one short sentence under each title; more of them, or longer ones, are running text.
        loose -= 0.1 * (not text.is_prose) + 0.4 * (len(text.text) > _LONG_PAIR_TEXT or text.has_sentences)
        longest = max(longest, len(text.text))
        rows.append((heading, text))
        index += 2
        if _prose_goes_on(stretch.at(index), longest):
            return
        score = (1.2 + 0.15 * len(rows) if len(rows) > 1 else -0.6) + (0.75 if named else 0.0) + loose
        yield Kind.PAIRS, tuple(rows), index - at, score


def _call(stretch: Stretch, at: int, before: Part | None) -> Iterator[Reading]:
    """A title, a paragraph that names a product or leads to a link, and the label of that link."""
    text, label, after = (stretch.at(at + step) for step in (1, 2, 3))
    if not text.is_prose or len(text.text) > _CALL_TEXT or text.ends_with_colon:
        return
    named = stretch.names_a_product(text.text)
    shut = after.is_prose or after.is_list
    labelled = label.is_headline and len(label.text) <= _LINK_LABEL and not wording.is_logo(label)
    if labelled and not label.ends_with_colon and (not shut or wording.calls_clearly(label)):
        asked = wording.calls(label)
        if named or asked or wording.is_logo(after):
            yield Kind.CALL, ((text, label),), 3, 1.0 + 0.75 * named + 0.75 * asked
    # Without the label of a link only a logo, or a known heading after it, tells a call from a short section.
    if named and wording.is_logo(label):
        yield Kind.CALL, ((text,),), 2, 1.0
    elif named and stretch.headings_known and not (label.is_prose or label.is_list):
        yield Kind.CALL, ((text,),), 2, 0.25


def tails(stretch: Stretch, at: int, before: Part) -> Iterator[Tail]:
    """The text of a logo under an infographic and the tagline under that, or under the label of its link."""
    line, after, later = (stretch.at(at + step) for step in range(3))
    if wording.is_logo(line):
        yield Tail(line, None, 1.0)
        if after.is_brief and not later.is_list and not after.ends_with_colon:
            # Over prose such a line is more likely the next heading, unless those are known or look different.
            likely = is_title_case(after.text) or not (
                stretch.headings_known or is_title_case(before.title.text)
            )
            heads = later.is_prose and likely
            yield Tail(line, after, 0.8 if heads else 1.2)
    elif before.kind is Kind.CALL and _is_tagline_alone(line, after):
        yield Tail(None, line, 0.1)


def _is_tagline_alone(line: Line, after: Line) -> bool:
    """Whether a line without a logo above it would head nothing, or only a heading unlike itself."""
    if not line.is_brief or line.words < 3 or is_title_case(line.text):
        return False
    return after is WALL or (after.is_titular and is_title_case(after.text))


def _is_lead(line: Line) -> bool:
    return line.is_prose and len(line.text) <= _LEAD and not line.ends_with_colon


def _says_something_brief(line: Line) -> bool:
    brief = len(line.text) <= _PAIR_TEXT and not line.ends_with_colon and not line.is_amount
    return brief and (line.is_prose or line.is_remark) and not wording.sources_of(line.text)


def _prose_goes_on(line: Line, longest: int) -> bool:
    """Whether a second paragraph follows under the same short title; a much longer one is the text resuming."""
    return line.is_prose and not line.is_headline and len(line.text) <= max(_PAIR_TEXT, 2 * longest)
