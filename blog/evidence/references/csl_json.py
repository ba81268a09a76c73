"""CSL-JSON, what citation tools and doi.org exchange: one object or a list of them.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..reference import ARTICLE, DOCUMENT, REPORT, TYPES
from .reading import Found, Unreadable, made, unreadable
from .reason import Reason

# Types of Crossref and of CSL that stand for one of ours.
_ALIASES = {
    "journal-article": ARTICLE,
    "article": ARTICLE,
    "article-magazine": ARTICLE,
    "article-newspaper": ARTICLE,
    "review": ARTICLE,
    "book-chapter": "chapter",
    "paper-conference": "chapter",
    "entry-encyclopedia": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "dissertation": "thesis",
    "post-weblog": "webpage",
    "post": "webpage",
    "legislation": REPORT,
    "standard": REPORT,
}


def recognises(text: str) -> bool:
    """Tell whether this is JSON: it begins with an object or with a list."""
    return text.lstrip()[:1] in {"{", "["}


def read(text: str) -> Iterator[Found | Unreadable]:
    """Yield the references of a text in CSL-JSON."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        line = text.split("\n")[error.lineno - 1]
        yield unreadable(error.lineno, line, Reason.NO_JSON, column=error.colno)
        return
    except (ValueError, RecursionError):
        yield unreadable(1, text, Reason.OUT_OF_BOUNDS)
        return
    items = data if isinstance(data, list) else [data]
    if not items:
        yield unreadable(1, text, Reason.NO_ENTRIES)
    for number, item in enumerate(items, start=1):
        yield _reference(number if len(items) > 1 else 1, item)


def _reference(number: int, item: Any) -> Found | Unreadable:
    if not isinstance(item, Mapping):
        return unreadable(number, str(item)[:200], Reason.NO_ENTRY, number=number)
    return made(
        number,
        ", ".join(map(str, item)),
        type=_type(_text(item, "type")),
        title=_text(item, "title"),
        authors=_names(item.get("author") or item.get("editor")),
        container=_text(item, "container-title"),
        publisher=_text(item, "publisher"),
        year=_year(item.get("issued")),
        volume=_text(item, "volume"),
        issue=_text(item, "issue"),
        pages=_text(item, "page"),
        doi=_text(item, "DOI"),
        pmid=_text(item, "PMID"),
        url=_text(item, "URL"),
        note=_text(item, "note"),
    )


def _type(name: str) -> str:
    return name if name in TYPES else _ALIASES.get(name, DOCUMENT)


def _text(item: Mapping[str, Any], key: str) -> str:
    """Return a field as text; Crossref puts some into lists."""
    value = item.get(key)
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _names(people: Any) -> Iterator[str]:
    for person in people if isinstance(people, list) else []:
        if not isinstance(person, Mapping):
            continue
        particles = [_text(person, f"{kind}-particle") for kind in ("dropping", "non-dropping")]
        family = " ".join(part for part in (*particles, _text(person, "family")) if part)
        given = " ".join(part for part in (_text(person, "given"), _text(person, "suffix")) if part)
        yield (
            ", ".join(part for part in (family, given) if part)
            or _text(person, "literal")
            or _text(person, "name")
        )


def _year(issued: Any) -> str:
    if not isinstance(issued, Mapping):
        return ""
    parts = issued.get("date-parts")
    while isinstance(parts, list) and parts:
        parts = parts[0]
    return str(parts) if isinstance(parts, str | int) else _text(issued, "raw") or _text(issued, "literal")
