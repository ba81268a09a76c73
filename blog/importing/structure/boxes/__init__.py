"""Boxes of a look of their own: infographics and calls to see a product are placed, all others are opened.

Owns what tells such a box from one that only arranges words (`drawing`, `calling`) and how a box is looked into
(`inside`). Knows no format and no name of a class.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from blog.importing.document import (
    BoxElement,
    Element,
    Heading,
    HeadingElement,
    Paragraph,
    SetAside,
)
from blog.importing.structure.boxes.calling import Known, call_of
from blog.importing.structure.boxes.drawing import Kept, Opening, drawing_of
from blog.importing.structure.boxes.inside import flat, of_fit_size
from blog.importing.structure.boxes.listing import Listed, listed_in
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.names import names_of
from blog.importing.structure.shapes import Line
from blog.importing.structure.telling import at, quoted
from blog.importing.structure.wording import key

# A box in a box in a box holds the same words as the outermost, and they are looked at once each time.
_MOST_TRIES = 4


def rule(draft: Draft) -> Draft:
    """Place what is an infographic or a call to see a product; open every other box.

    Where a box only might be an infographic, its elements stay ordinary ones and a warning says so.
    """
    if not any(isinstance(item, BoxElement) for item in draft.items):
        return draft
    opener = _Opener(
        known=Known(names_of(draft.names), {name.handle.lower(): name.handle for name in draft.names}),
        listed=listed_in(draft.items),
        title=key(draft.article.title or ""),
    )
    opener.take(draft.items, _MOST_TRIES)
    return replace(
        draft,
        items=tuple(opener.items),
        set_aside=(*draft.set_aside, *opener.aside),
        warnings=(*draft.warnings, *opener.warnings),
    )


@dataclass(slots=True)
class _Opener:
    """Goes through items in order and through the boxes among them."""

    known: Known
    listed: Listed
    title: str
    items: list[Item] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def take(self, items: Sequence[Item], tries: int) -> None:
        for item in items:
            if isinstance(item, BoxElement):
                self._box(item, tries)
            else:
                self.items.append(item)

    def _box(self, box: BoxElement, tries: int) -> None:
        if tries <= 0 or not of_fit_size(box):
            self.take(box.elements, tries)
            return
        elements = flat(box)
        called = call_of(elements, self.known)
        if called is not None:
            self.items.append(Placed(called.callout, box.line, _anchors(elements)))
            self.aside += called.aside
            return
        kept = drawing_of(box, elements, self._above(), self.known, self.listed)
        if isinstance(kept, Kept):
            self._place(kept, box, elements)
            return
        before, told = len(self.items), len(self.warnings)
        self.take(box.elements, tries - 1)
        placed = any(isinstance(item, Placed) for item in self.items[before:])
        if kept and not placed and len(self.warnings) == told:
            self.warnings.append(_doubt(box, elements))

    def _place(self, kept: Kept, box: BoxElement, elements: Sequence[Element]) -> None:
        for _ in range(kept.taken_above):
            self.items.pop()
        if kept.taken_above and kept.heading is not None:
            # Its words are the infographic's title now; the contents list still leads here.
            heading = kept.heading
            only = Heading(heading.text, max(2, min(heading.level, 4)), contents_only=True)
            only = replace(only, anchors=heading.anchors)
            self.items.append(Placed(only, heading.line, rank=heading.level))
        self.items.append(Placed(kept.infographic, box.line, _anchors(elements)))
        self.items += kept.left
        self.aside += kept.aside
        self.warnings += kept.warnings

    def _above(self) -> Opening:
        """The heading directly above a box, and a short paragraph between them."""
        last = self.items[-1] if self.items else None
        lead = None
        if isinstance(last, Paragraph) and len(self.items) > 1 and Line(last).is_prose:
            lead, last = last, self.items[-2]
        if not isinstance(last, HeadingElement) or last.level == 1 or key(last.text) == self.title:
            return Opening()
        return Opening(last, lead)


def _anchors(elements: Sequence[Element]) -> tuple[str, ...]:
    return tuple(anchor for element in elements for anchor in getattr(element, "anchors", ()))


def _doubt(box: BoxElement, elements: Sequence[Element]) -> str:
    words = next((text for element in elements if (text := Line(element).text)), "")
    about = f": {quoted(words)}" if words else ""
    return at(box.line, f"a box was not recognised as an infographic and came in as ordinary text{about}.")
