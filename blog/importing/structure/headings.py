"""A short line standing alone over something is a heading."""

from collections.abc import Sequence
from dataclasses import replace

from blog.importing.document import Heading, Infographic
from blog.importing.structure.byline import is_byline
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.marked import has_marked_headings, marked
from blog.importing.structure.numbering import numbered
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import is_title_case, without_number

_HIGHEST, _LOWEST = 2, 4
_LONGEST_RUN = 2
# Words a sentence breaks off at before what it announces, and words only a sentence has.
_BREAKS_OFF = """
    include includes be to for with by of as in on at from it you they that these this those here below if when do take
    consider follows means helps like and or try contain contains first
"""
_FINITE = """
    is are was were can may should will would has have had does did include includes these following
"""
_LEADING_IN = frozenset(_BREAKS_OFF.split())
_SENTENCE = frozenset(_FINITE.split())


def rule(draft: Draft) -> Draft:
    """Place headings for the short lines over prose, lists and the like.

    Under a contents list they belong to the section of its entry, one level deeper; without one they are main headings,
    unless their number, a colon or the heading directly above says otherwise. Headings a format has marked are all
    there are.
    """
    if has_marked_headings(draft):
        return marked(draft)
    lines = draft.lines()
    places = _headings(lines)
    numbers = numbered([(index, lines[index].text) for index in sorted(places)])
    items: list[Item] = []
    levels = _Levels(has_contents=bool(draft.contents))
    for index, item in enumerate(draft.items):
        if isinstance(item, Placed) and isinstance(item.block, Heading):
            levels.note(item.block)
        if index not in places:
            items.append(item)
            continue
        line = lines[index]
        text = without_number(line.text) if index in numbers else line.text
        heading = Heading(
            text.removesuffix(":").rstrip() or line.text,
            levels.of(line, index - 1 in places, numbers.get(index, 0), lines[index + 1 : index + 2]),
        )
        items.append(Placed(heading, line.number))
    return replace(draft, items=tuple(items))


class _Levels:
    """The level of each heading, in order of the text."""

    def __init__(self, has_contents: bool) -> None:
        self._has_contents = has_contents
        self._section = 0
        self._before = 0
        self._sibling = ""

    def note(self, heading: Heading) -> None:
        """Remember a heading of the contents list: what follows is in its section."""
        if not heading.contents_only:
            self._section = heading.level

    def of(self, line: Line, directly_under: bool, number_depth: int, below: Sequence[Line]) -> int:
        level = self._level(line, directly_under, number_depth, below)
        self._before = min(max(level, _HIGHEST), _LOWEST)
        return self._before

    def _level(self, line: Line, directly_under: bool, number_depth: int, below: Sequence[Line]) -> int:
        if self._has_contents:
            return self._section + 1
        if number_depth:
            return 1 + number_depth
        first_word = line.key.partition(" ")[0]
        if directly_under:
            self._sibling = first_word
            return self._before + 1
        if first_word == self._sibling:
            # "Type II" stands beside the "Type I" that opened the section.
            return self._before
        self._sibling = ""
        if line.ends_with_colon and below and below[0].is_list and self._before:
            return _HIGHEST + 1
        return _HIGHEST


def _headings(lines: Sequence[Line]) -> set[int]:
    """The indexes of all heading lines; in a longer run of short lines only its ends can be headings."""
    places: set[int] = set()
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _could_be_heading(lines, end):
            end += 1
        if end > index and end < len(lines) and _is_content(lines[end]):
            places |= _of_run(lines, index, end)
        index = max(end, index + 1)
    return places


def _of_run(lines: Sequence[Line], start: int, end: int) -> set[int]:
    last = end - 1
    if end - start <= _LONGEST_RUN:
        named = [index for index in range(start, last) if not lines[index].ends_with_colon]
        return {*named, last}
    unlike = is_title_case(lines[last].text) and not is_title_case(lines[last - 1].text)
    apart = lines[last].number > lines[last - 1].number + 1 == lines[last - 2].number + 2
    return {start, last} if unlike or apart or lines[last].is_question else {start}


def _could_be_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if not line.is_titular or line.is_amount:
        return False
    if line.ends_with_colon and not _names_what_follows(line, lines[index + 1 : index + 2]):
        return False
    opening = all(before.is_titular for before in lines[max(0, index - 3) : index]) and index <= 3
    return not (opening and is_byline(line.text))


def _is_content(line: Line) -> bool:
    """Whether a line is something a heading can stand over."""
    if isinstance(line.item, Placed):
        return isinstance(line.item.block, Infographic)
    return not line.is_known_heading


def _names_what_follows(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line that ends in a colon is a name rather than the beginning of a sentence."""
    words = line.bare.rstrip(":").casefold().split()
    if not words or len(words) > 8 or words[-1] in _LEADING_IN or words[-1].endswith("ing"):
        return False
    if is_title_case(line.text):
        return True
    over_list = bool(following) and following[0].is_list
    return not _SENTENCE.intersection(words) and (over_list or len(words) <= 3)
