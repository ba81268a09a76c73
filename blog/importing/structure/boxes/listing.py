"""What a contents list names, as far as it can be seen before it is taken out: such a place belongs to the body."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blog.importing.document import BoxElement, ContentsElement, HeadingElement
from blog.importing.structure.boxes.inside import flat
from blog.importing.structure.contents.printed import find_printed
from blog.importing.structure.items import Item
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import key


@dataclass(frozen=True, slots=True)
class Listed:
    """The fragments and the words of a contents list; words that head more than one place count for none."""

    fragments: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def names(self, heading: HeadingElement) -> bool:
        """Whether the list leads to a heading."""
        return not self.fragments.isdisjoint(heading.anchors) or key(heading.text) in self.keys


def listed_in(items: Sequence[Item]) -> Listed:
    """What the contents lists among items name, be they linked or printed."""
    opened = list(_opened(items))
    links = [link for item in opened if isinstance(item, ContentsElement) for link in item.links]
    headings = [item for item in opened if isinstance(item, HeadingElement)]
    counts = Counter(key(heading.text) for heading in headings)
    known = {anchor for heading in headings for anchor in heading.anchors}
    if links:
        keys = {key(link.text) for link in links if link.fragment not in known}
    else:
        printed = find_printed([Line(item) for item in opened])
        keys = {entry.key for entry in printed.entries} if printed else set()
    return Listed(
        frozenset(link.fragment for link in links if link.fragment),
        frozenset(words for words in keys if counts[words] == 1),
    )


def _opened(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, BoxElement):
            yield from flat(item)
        else:
            yield item
