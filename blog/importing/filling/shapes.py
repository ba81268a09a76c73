"""The shapes panels have in a text that is known to be one infographic. Each function yields readings of the lines.

They go further than those of `blog.importing.structure.infographic.panels`, which have to tell an infographic from an
article around it; those are asked as well.
"""

from collections.abc import Iterator
from dataclasses import replace

from blog.importing.document import HeadingElement, ListElement
from blog.importing.filling.lines import count_of, is_figure, is_row_title, is_text, is_title, link_of, says
from blog.importing.filling.tidying import mark_of
from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.panels import Stretch
from blog.importing.structure.infographic.panels import panels as strict_panels
from blog.importing.structure.infographic.parts import Kind, Part
from blog.importing.structure.infographic.rows import LABEL, POINT, TEXT, TITLE, bars_of
from blog.importing.structure.shapes import Line

# The title of a panel that has none of its own.
UNTITLED = Line(HeadingElement("", 1))

_MOST_ROWS, _MOST_LINES = 12, 8
_LONGEST_LINK = 60
Rows = tuple[tuple[Line, ...], ...]
Reading = tuple[Kind, Rows, int, float]


def parts(stretch: Stretch, at: int) -> Iterator[Part]:
    """Every panel that may begin at a line, titled or not, with how much it explains."""
    title = stretch.at(at)
    if is_title(title):
        # Where a text has headings, a line that is none is more likely a subtitle or a footer than a panel's title.
        odd = stretch.headings_known and not title.is_known_heading
        extra = -1.0 if odd else 0.5
        for reader in (_points, _pairs, _figures, _bars, _numbered, _checklist, _table, _call):
            for kind, rows, length, score in reader(stretch, at + 1):
                is_talk = odd and kind is Kind.LIST and not any(line.is_list for line in rows[0])
                yield Part(kind, title, rows, length + 1, score + extra - 2.0 * is_talk)
        for part in strict_panels(stretch, at, None):
            # Each of its lines counts: two panels of one dose would otherwise explain more than one panel of two.
            if part.kind is Kind.DOSES:
                yield replace(part, score=part.score - 2.5 + 0.6 * part.length + extra)
            elif part.kind is Kind.CALL:
                yield replace(part, score=part.score + 1.0 + extra)
    for reader in (_figures, _bars, _numbered, _checklist, _table, _list_alone):
        for kind, rows, length, score in reader(stretch, at):
            yield Part(kind, UNTITLED, rows, length, score - 1.0)


def is_in_order(part: Part) -> bool:
    """Whether no heading within a part is as high as its title: the levels of headings say what belongs together."""
    inner = [line.item.level for row in part.rows for line in row if isinstance(line.item, HeadingElement)]
    if part.title is UNTITLED:
        return True
    if isinstance(part.title.item, HeadingElement):
        return all(level > part.title.item.level for level in inner)
    return not inner


def _points(stretch: Stretch, at: int) -> Iterator[Reading]:
    """Paragraphs and lists under a title, as long as they go on."""
    lines: list[Line] = []
    lists = 0
    while len(lines) < _MOST_LINES:
        line = stretch.at(at + len(lines))
        if not (line.is_list or says(line) or wording.sources_of(line.text)):
            return
        lists += line.is_list
        lines.append(line)
        score = (1.5 if lists else 0.2) + 0.15 * len(lines) - (0.6 * (lists - 1) if lists > 1 else 0)
        yield Kind.LIST, (tuple(lines),), len(lines), score


def _list_alone(stretch: Stretch, at: int) -> Iterator[Reading]:
    if stretch.at(at).is_list:
        yield Kind.LIST, ((stretch.at(at),),), 1, 0.8


def _pairs(stretch: Stretch, at: int) -> Iterator[Reading]:
    """Titles with a text each."""
    rows: list[tuple[Line, ...]] = []
    while len(rows) < _MOST_ROWS:
        heading, text = stretch.at(at + 2 * len(rows)), stretch.at(at + 2 * len(rows) + 1)
        known = heading.is_known_heading and is_text(text)
        if not is_row_title(heading) or not (known or (says(text) and len(text.text) <= TEXT)):
            return
        rows.append((heading, text))
        yield Kind.PAIRS, tuple(rows), 2 * len(rows), -0.4 if len(rows) == 1 else 0.4 + len(rows)


def _figures(stretch: Stretch, at: int) -> Iterator[Reading]:
    """Big figures, each over what it means: one is a statistic, several are points titled by their figures."""
    rows: list[tuple[Line, ...]] = []
    while len(rows) < _MOST_ROWS:
        figure, text = stretch.at(at + 2 * len(rows)), stretch.at(at + 2 * len(rows) + 1)
        if (
            not is_figure(figure)
            or not is_text(text, POINT)
            or (figure.text.isdigit() and len(figure.text) == 1)
        ):
            return
        rows.append((figure, text))
        kind = Kind.STATISTIC if len(rows) == 1 else Kind.PAIRS
        yield kind, tuple(rows), 2 * len(rows), 0.6 + 0.8 * len(rows)


def _bars(stretch: Stretch, at: int) -> Iterator[Reading]:
    """Labels, each over its figure, of one unit; a text before them or after them is their note."""
    before = stretch.at(at)
    start = at + 1 if says(before) and is_figure(stretch.at(at + 2)) and len(before.text) <= POINT else at
    rows: list[tuple[Line, ...]] = []
    while len(rows) < _MOST_ROWS:
        label, figure = (stretch.at(start + 2 * len(rows) + step) for step in range(2))
        if not is_text(label, LABEL) and not is_row_title(label):
            break
        if not is_figure(figure) or is_figure(label):
            break
        rows.append((label, figure))
    if bars_of([(label.text, figure.text) for label, figure in rows]):
        noted = ((before,),) if start > at else ()
        length = start - at + 2 * len(rows)
        yield Kind.BARS, (*noted, *rows), length, 1.5 + 0.8 * len(rows)
        after = stretch.at(at + length)
        if not noted and says(after) and len(after.text) <= POINT:
            yield Kind.BARS, (*rows, (after,)), length + 1, 1.6 + 0.8 * len(rows)


def _numbered(stretch: Stretch, at: int) -> Iterator[Reading]:
    """Numbers in their order, each with a title beside or under it, and perhaps a text."""
    rows: list[tuple[Line, ...]] = []
    index = at
    while len(rows) < _MOST_ROWS:
        row = _numbered_row(stretch, index, len(rows) + 1)
        if not row:
            return
        rows.append(row)
        index += len(row)
        if len(rows) > 1:
            yield Kind.STEPS, tuple(rows), index - at, 1.0 + 0.8 * len(rows)


def _numbered_row(stretch: Stretch, at: int, count: int) -> tuple[Line, ...]:
    number, after, later = (stretch.at(at + step) for step in range(3))
    found = count_of(number) if number.is_words else None
    if found is None or found[0] != count or len(number.text) > TITLE:
        return ()
    if not found[1] and not (after.is_words and len(after.text) <= TITLE):
        return ()
    named = (number,) if found[1] else (number, after)
    text = after if found[1] else later
    titled = number.is_known_heading or named[-1].is_known_heading
    goes_on = is_text(text) and count_of(text) is None and (titled or says(text))
    return (*named, text) if goes_on else named


def _checklist(stretch: Stretch, at: int) -> Iterator[Reading]:
    """A list of what to do and one of what to leave; or one list whose points are ticked or crossed."""
    do, wanted, avoid, unwanted = (stretch.at(at + step) for step in range(4))
    item = do.item
    if isinstance(item, ListElement) and {mark_of(html) for html in item.items} == {"do", "avoid"}:
        yield Kind.CHECKLIST, ((do,),), 1, 3.0
    named = wording.names_what_to_do(do.text) and wording.names_what_to_avoid(avoid.text)
    if named and wanted.is_list and unwanted.is_list:
        yield Kind.CHECKLIST, ((do, wanted), (avoid, unwanted)), 4, 5.5


def _table(stretch: Stretch, at: int) -> Iterator[Reading]:
    if stretch.at(at).is_table:
        yield Kind.TABLE, ((stretch.at(at),),), 1, 1.9


def _call(stretch: Stretch, at: int) -> Iterator[Reading]:
    """A text and a link, or a link alone; without a title nothing tells it from a footer."""
    for length in (1, 2):
        text, link = stretch.at(at), stretch.at(at + length - 1)
        found = link_of(link)
        if found and len(found[1]) <= _LONGEST_LINK and (length == 1 or says(text)):
            yield Kind.CALL, ((text, link) if length == 2 else (link,),), length, 1.2 + length
