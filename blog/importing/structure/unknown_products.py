"""Names with ™ or ® that the catalogue does not have are left as text and named once."""

from collections.abc import Iterator
from dataclasses import replace

from blog.importing.document import Element, ListElement, plain_text
from blog.importing.structure.draft import Draft
from blog.importing.structure.names import names_of


def rule(draft: Draft) -> Draft:
    """Warn of every unknown product name, with the line it first stands on."""
    names = names_of(draft.names)
    first: dict[str, int] = {}
    for element in draft.article.elements:
        for text in _texts(element):
            for name in names.unknown(text):
                first.setdefault(name, element.line)
    warnings = [
        f"Line {line}: “{name}” is no product of the catalogue; left as text." for name, line in first.items()
    ]
    return replace(draft, warnings=(*draft.warnings, *warnings))


def _texts(element: Element) -> Iterator[str]:
    if isinstance(element, ListElement):
        yield from map(plain_text, element.items)
    else:
        yield str(getattr(element, "text", ""))
