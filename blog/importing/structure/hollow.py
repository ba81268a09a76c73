"""Headings that cannot be any: empty ones are left out, and whole paragraphs marked as headings become text."""

from dataclasses import replace
from html import escape

from blog.importing.document import HeadingElement, Paragraph
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
from blog.importing.structure.telling import listed

# What the field of a heading holds.
LONGEST = 200


def rule(draft: Draft) -> Draft:
    """Leave out headings without words, whose fragments lead to what follows, and keep overlong ones as text; both are
    told."""
    kept: list[Item] = []
    waiting: list[str] = []
    empty = 0
    long: list[str] = []
    for item in draft.items:
        if isinstance(item, HeadingElement) and not any(map(str.isalnum, item.text)):
            empty += 1
            waiting += item.anchors
            continue
        if isinstance(item, HeadingElement) and len(item.text) > LONGEST:
            long.append(item.text)
            item = Paragraph(escape(item.text, quote=False), item.line, item.anchors)
        if waiting and isinstance(item, HeadingElement | Paragraph):
            item, waiting = replace(item, anchors=(*waiting, *item.anchors)), []
        kept.append(item)
    if not empty and not long:
        return draft
    warnings = [f"{empty} empty heading{'s were' if empty > 1 else ' was'} left out."] if empty else []
    if long:
        warnings.append(f"More than {LONGEST} characters are no heading; kept as text: {listed(long)}.")
    return replace(
        draft,
        items=tuple(kept),
        warnings=(*draft.warnings, *warnings),
        other_anchors=(*draft.other_anchors, *waiting),
    )
