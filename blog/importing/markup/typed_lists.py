"""Lists typed by hand: lines that begin with a bullet or a running number. Plain text has no others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_BULLET = re.compile(r"(?P<mark>[•‣◦▪▫●○■□·∙✓✔✅➤➢►▸→]|[-–—*+](?=\s))\s*(?P<words>\S.*)")
_NUMBER = re.compile(r"(?P<mark>(?P<count>\d{1,3})[.)])\s+(?P<words>\S.*)")
_DOTTED = re.compile(r"(?P<mark>\d{1,3}(?:\.\d{1,3}){1,3}\.?)\s+(?P<words>[^\W\d].*)")
# A single line after one of these is more likely a footnote, a signature or a spoken line than a list.
_USED_IN_PROSE = frozenset("-–—*+")
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with a list mark; `count` is its number, 0 for a bullet; `dotted` numbers are like 1.2."""

    whole: str
    words: str
    mark: str
    count: int
    dotted: bool
    indent: int
    line: int
    after_blank: bool
    depth: int = 0

    @property
    def loses_its_mark(self) -> bool:
        """Whether the list itself shows the mark again: its own bullets and outermost numbers."""
        return not self.dotted and (self.count == 0 or self.depth == 0)

    def is_plain(self, alone: bool) -> bool:
        """Whether lines that begin like this are paragraphs after all."""
        numbered_from_elsewhere = self.dotted or self.count > 1
        return numbered_from_elsewhere or (alone and (self.count > 0 or self.mark in _USED_IN_PROSE))


def marked(text: str, indent: int = 0, line: int = 0, after_blank: bool = False) -> Marked | None:
    """A line without the white space around it, as a list item, or None."""
    if not text or not (text[0].isdigit() or not text[0].isalpha()):
        return None
    for pattern, dotted in ((_BULLET, False), (_NUMBER, False), (_DOTTED, True)):
        match = pattern.match(text)
        if match:
            count = int(match["count"]) if pattern is _NUMBER else 0
            return Marked(text, match["words"], match["mark"], count, dotted, indent, line, after_blank)
    return None


def grouped(items: Sequence[Marked]) -> Iterator[tuple[Marked, ...]]:
    """Marked lines in a row as separate lists, each with the depths of its items.

    A list keeps one kind of mark at its outer level, and its numbers run 1, 2, 3. After a blank line nothing is
    nested (an indented list under a numbered heading is a list of its own), unless every item stands alone.
    """
    if len(items) > 3 and all(item.after_blank for item in items[1:]):
        items = [replace(item, after_blank=False) for item in items]
    group: list[Marked] = []
    count = 0
    for item in items:
        depth = _depth(item, group)
        if group and depth == 0 and not _follows(item, group[0], count):
            yield tuple(group)
            group, count = [], 0
        depth = depth if group else 0
        group.append(item if item.depth == depth else replace(item, depth=depth))
        if group[-1].depth == 0:
            count = item.count
    if group:
        yield tuple(group)


def _depth(item: Marked, group: Sequence[Marked]) -> int:
    if not group:
        return 0
    if item.dotted and not group[0].dotted:
        return min(item.mark.rstrip(".").count("."), _DEEPEST)
    before = group[-1]
    if item.indent >= before.indent + 2 and not item.after_blank:
        return min(before.depth + 1, _DEEPEST)
    if item.after_blank and item.indent >= group[0].indent + 2 and before.depth == 0:
        return 0
    for earlier in reversed(group):
        if earlier.dotted and not item.dotted:
            continue
        if item.indent > earlier.indent - 2:
            return earlier.depth
    return 0


def _follows(item: Marked, first: Marked, count: int) -> bool:
    if first.dotted or item.dotted:
        return first.dotted == item.dotted
    if first.count:
        return item.count == count + 1
    return item.count == 0 and item.mark == first.mark
