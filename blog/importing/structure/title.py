"""The first short line of a text is its title, unless the format named one; a picture before it is the hero."""

import re
from dataclasses import replace
from pathlib import PurePath

from blog.importing.document import HeadingElement, Paragraph, PictureElement, SetAside
from blog.importing.structure.draft import Draft
from blog.importing.structure.wording import key

_LONGEST = 200
# How far down a heading of the first level may stand that is the only one.
_LATEST = 6


def rule(draft: Draft) -> Draft:
    """Take title and hero out of the items. A text that begins with prose is named after its file, with a warning."""
    if draft.article.title is not None:
        return _without_repeats(replace(draft, title=draft.article.title))
    if draft.hero is None and draft.items and isinstance(draft.items[0], PictureElement):
        draft = replace(draft, hero=draft.items[0], items=draft.items[1:])
    place = _place(draft)
    first = draft.items[place] if draft.items else None
    if isinstance(first, Paragraph | HeadingElement) and 0 < len(first.text) <= _LONGEST:
        items = (*draft.items[:place], *draft.items[place + 1 :])
        return replace(
            draft, title=first.text, items=items, other_anchors=(*draft.other_anchors, *first.anchors)
        )
    name = " ".join(re.findall(r"[^\W_]+", PurePath(draft.article.source).stem)) or draft.article.source
    warning = f"No title found: the text does not begin with a short line; named “{name}” after its file."
    return replace(draft, title=name, warnings=(*draft.warnings, warning))


def _place(draft: Draft) -> int:
    """Where the title stands: at the beginning, or a little below in the only heading of the first level."""
    tops = [
        index
        for index, item in enumerate(draft.items)
        if isinstance(item, HeadingElement) and item.level == 1
    ]
    return tops[0] if len(tops) == 1 and tops[0] < _LATEST else 0


def _without_repeats(draft: Draft) -> Draft:
    """The title once more, at the beginning or as a heading of the first level, is no part of the text."""
    wanted = key(draft.title) or draft.title
    repeats = [
        index
        for index, item in enumerate(draft.items)
        if isinstance(item, HeadingElement | Paragraph)
        and (index == 0 or (isinstance(item, HeadingElement) and item.level == 1))
        and (key(item.text) or item.text) == wanted
    ]
    if not repeats:
        return draft
    found = [item for index in repeats if isinstance(item := draft.items[index], HeadingElement | Paragraph)]
    return replace(
        draft,
        items=tuple(item for index, item in enumerate(draft.items) if index not in repeats),
        set_aside=(
            *draft.set_aside,
            *(SetAside(item.line, item.text, "the title once more") for item in found),
        ),
        other_anchors=(*draft.other_anchors, *(anchor for item in found for anchor in item.anchors)),
    )
