"""Questions with answers under a heading that says so, or a run of them under any, become question blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from blog.importing.document import HeadingElement, ListElement, Paragraph, QuestionElement
from blog.importing.structure.blocks import rich
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item, Placed, placed_heading
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import key

_SAYS_SO = re.compile(
    r"(?:.* )?(?:faqs?|q and a|q a|questions and answers|(?:frequently asked|common|popular|top|your|reader) questions)"
    r"(?: .*)?|questions|(?:your )?questions,? answered"
)
_SAYING_WORDS = 10
_FEWEST = 3
_LONGEST_QUESTION, _LONGEST_ANSWER = 200, 900
_OWN_LINE = re.compile(
    r"<strong>(?P<question>[^<>]{3,200}\?)</strong>\s*(?:<br\s*/?>)?\s*(?P<answer>\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question and the items it stands for, from `start` to `end`."""

    start: int
    end: int
    level: int
    element: QuestionElement


def rule(draft: Draft) -> Draft:
    """Make questions of what a format marks as headings that ask, each over an answer in text.

    Only under a heading that speaks of questions, or where three or more of the lowest headings in a row ask and are
    answered briefly. What a contents list names stays a heading.
    """
    levels = [item.level for item in draft.items if isinstance(item, HeadingElement)]
    if not levels and not any(says_so(item) for item in draft.items):
        return draft
    asked: dict[int, _Asked] = {}
    for found in _under_headings(draft.items):
        asked[found.start] = found
    for run in _runs(draft.items, max(levels, default=0)):
        for found in run:
            asked.setdefault(found.start, found)
    items: list[Item] = []
    anchors = list(draft.other_anchors)
    index = 0
    while index < len(draft.items):
        if index not in asked:
            items.append(draft.items[index])
            index += 1
            continue
        items.append(asked[index].element)
        for item in draft.items[index : asked[index].end]:
            anchors += getattr(item, "anchors", ())
        index = asked[index].end
    return replace(draft, items=tuple(items), other_anchors=tuple(anchors))


def _under_headings(items: Sequence[Item]) -> Iterator[_Asked]:
    """The questions under each heading that speaks of them, up to the next heading as high."""
    index = 0
    while index < len(items):
        heading = items[index]
        index += 1
        if not says_so(heading):
            continue
        level = _level(heading)
        while index < len(items):
            found = _asked(items, index)
            if found is not None:
                yield found
                index = found.end
            elif 0 < _level(items[index]) <= level or says_so(items[index]):
                break
            else:
                own = _own_line(items[index])
                if own is not None:
                    yield _Asked(index, index + 1, level + 1, own)
                index += 1


def _runs(items: Sequence[Item], lowest: int) -> Iterator[list[_Asked]]:
    """Three or more questions in a row, headings of the lowest level under a higher one, with brief answers."""
    run: list[_Asked] = []
    above = 0
    index = 0
    while index < len(items):
        found = _asked(items, index)
        if (
            found
            and found.level == lowest
            and 0 < above < lowest
            and len(found.element.answer) <= _LONGEST_ANSWER
        ):
            run.append(found)
            index = found.end
            continue
        if len(run) >= _FEWEST and _level(items[index]) < lowest:
            yield run
        run = []
        level = _level(items[index])
        above = level if 0 < level < lowest else above
        index += 1
    if len(run) >= _FEWEST:
        yield run


def says_so(item: Item) -> bool:
    """Whether a heading speaks of questions."""
    text = _heading_text(item)
    return 0 < len(text.split()) <= _SAYING_WORDS and _SAYS_SO.fullmatch(key(text)) is not None


def _heading_text(item: Item) -> str:
    if isinstance(item, HeadingElement):
        return item.text
    heading = placed_heading(item)
    return heading.text if heading else ""


def _level(item: Item) -> int:
    """The level of a heading, 0 for anything else."""
    if isinstance(item, HeadingElement):
        return item.level
    heading = placed_heading(item)
    return item.rank or heading.level if heading and isinstance(item, Placed) else 0


def _asked(items: Sequence[Item], index: int) -> _Asked | None:
    """The question that begins at an index, with the text up to the next heading as its answer."""
    heading = items[index]
    if not isinstance(heading, HeadingElement) or not heading.text.rstrip().endswith("?"):
        return None
    if len(heading.text) > _LONGEST_QUESTION:
        return None
    end = index + 1
    while end < len(items) and isinstance(items[end], Paragraph | ListElement):
        end += 1
    after = items[end] if end < len(items) else None
    ends = after is None or isinstance(after, HeadingElement | QuestionElement) or _level(after) > 0
    if end == index + 1 or not ends:
        return None
    answer = "".join(
        rich(item) for item in items[index + 1 : end] if isinstance(item, Paragraph | ListElement)
    )
    element = QuestionElement(heading.text, answer, heading.line)
    return _Asked(index, end, heading.level, element)


def _own_line(item: Item) -> QuestionElement | None:
    """A paragraph that opens with a question in bold type and goes on with the answer."""
    if not isinstance(item, Paragraph):
        return None
    match = _OWN_LINE.fullmatch(item.html)
    if match is None or not Line(item).words:
        return None
    question = Paragraph(match["question"]).text
    return QuestionElement(question, f"<p>{match['answer']}</p>", item.line)
