"""A reference in APA form: "Knapen, M. H., & Smit, E. (2013). Title. Journal, 24(9), 2499–2507. https://..."."""

import re
from collections.abc import Iterator

from ..identifiers import doi_in
from ..reference import ARTICLE, BOOK, WEBPAGE
from .reading import Found, Unreadable, made, unreadable
from .reason import Reason

_DATED = re.compile(r"\s?\(((?:1[5-9]|20)\d\d)[a-z]?(?:, [\w ]{1,20})?\)\.\s")
_URL = re.compile(r"https?://[^\s<>]+")
_TITLE_END = re.compile(r"(?<=[.?!])\s+")
_WHERE = re.compile(
    r", (?P<volume>[\w.-]{1,20})(?:\((?P<issue>[^()]{1,30})\))?(?:, (?P<pages>[\w–—. -]{1,40}))?$"
)
_BETWEEN_PEOPLE = re.compile(r"(?<=\.),\s+(?:&\s+)?|\s*,?\s+&\s+")


def recognises(text: str) -> bool:
    """Tell whether a year in brackets ends the list of authors."""
    return _DATED.search(text) is not None


def read(line: int, text: str) -> Found | Unreadable:
    """Return the reference in a text that is in APA form."""
    dated = _DATED.search(text)
    if not dated or not dated.start():
        return unreadable(line, text, Reason.NO_AUTHOR)
    url = _URL.search(text)
    rest = _URL.sub("", text[dated.end() :]).replace("doi:", "").strip()
    title, container = (*_TITLE_END.split(rest, maxsplit=1), "")[:2]
    where = _WHERE.search(container.strip().rstrip("."))
    name = container[: where.start()] if where else container
    type = ARTICLE if where else (WEBPAGE if url and not doi_in(text) else BOOK)
    return made(
        line,
        text,
        type=type,
        title=title,
        authors=_people(text[: dated.start()]),
        container="" if type == BOOK else name,
        publisher=name if type == BOOK else "",
        year=dated[1],
        volume=where["volume"] if where else "",
        issue=(where["issue"] or "") if where else "",
        pages=(where["pages"] or "") if where else "",
        doi=doi_in(text),
        url=url.group().rstrip(".,;") if url else "",
    )


def _people(authors: str) -> Iterator[str]:
    for name in _BETWEEN_PEOPLE.split(authors):
        if name.rstrip(". ") not in {"", "et al", "…"}:
            yield name if name.endswith(".") and ", " in name else name.rstrip(".")
