"""What stands in for a logo's picture in a copied text is no part of the article."""

from dataclasses import replace

from blog.importing.document import SetAside
from blog.importing.structure.draft import Draft
from blog.importing.structure.infographic.lines import is_logo


def rule(draft: Draft) -> Draft:
    """Set aside every logo's text that heads nothing."""
    lines = draft.lines()
    logos = {
        index
        for index, line in enumerate(lines)
        if is_logo(line)
        and not (index + 1 < len(lines) and (lines[index + 1].is_prose or lines[index + 1].is_list))
    }
    aside = [
        SetAside(lines[index].number, lines[index].text, "the text of a logo's picture")
        for index in sorted(logos)
    ]
    items = tuple(item for index, item in enumerate(draft.items) if index not in logos)
    return replace(draft, items=items, set_aside=(*draft.set_aside, *aside))
