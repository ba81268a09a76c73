"""The first short line of a text is its title, unless the format named one; a picture before it is the hero."""

import re
from dataclasses import replace
from pathlib import PurePath

from blog.importing.document import HeadingElement, Paragraph, PictureElement
from blog.importing.structure.draft import Draft

_LONGEST = 200


def rule(draft: Draft) -> Draft:
    """Take title and hero out of the items. A text that begins with prose is named after its file, with a warning."""
    if draft.article.title is not None:
        return replace(draft, title=draft.article.title)
    if draft.hero is None and draft.items and isinstance(draft.items[0], PictureElement):
        draft = replace(draft, hero=draft.items[0], items=draft.items[1:])
    first = draft.items[0] if draft.items else None
    if isinstance(first, Paragraph | HeadingElement) and 0 < len(first.text) <= _LONGEST:
        return replace(draft, title=first.text, items=draft.items[1:])
    name = " ".join(re.findall(r"[^\W_]+", PurePath(draft.article.source).stem)) or draft.article.source
    warning = f"No title found: the text does not begin with a short line; named “{name}” after its file."
    return replace(draft, title=name, warnings=(*draft.warnings, warning))
