"""What a reader of references returns, and how it tidies what it read."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

from ..identifiers import normal_doi, normal_pmid
from ..reference import ARTICLE, Reference
from .reason import Reason

_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|scp|span|jats:\w+)(?:\s[^<>]*)?>", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SHORTENED_RANGE = re.compile(r"(\d+)\s*[-–—]{1,2}\s*(\d+)", re.ASCII)
_EXCERPT = 80


@dataclass(frozen=True, slots=True)
class Found:
    """A reference, and the line it begins in."""

    line: int
    reference: Reference


@dataclass(frozen=True, slots=True)
class Named:
    """A publication of which the text says no more than its DOI or PubMed number: so does `reference`."""

    line: int
    reference: Reference


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of the text that could not be read: its line, its beginning, and why, with the names that takes."""

    line: int
    excerpt: str
    reason: Reason
    about: Mapping[str, str | int] = field(default_factory=dict)


def unreadable(line: int, text: str, reason: Reason, **about: str | int) -> Unreadable:
    """Return what could not be read, with a short excerpt of it."""
    words = tidy(text[: _EXCERPT * 4])
    return Unreadable(line, words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…", reason, about)


def tidy(text: str) -> str:
    """Return text on one line, without markup, entities and characters no database takes."""
    plain = unescape(_MARKUP.sub("", text))
    kept = "".join(" " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in plain)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def year_in(text: str) -> int | None:
    """Return the first year in a text, or None."""
    found = _YEAR.search(text)
    return int(found.group()) if found else None


def full_range(pages: str) -> str:
    """Return "2499–2507" for "2499-507": pages are stored in full."""
    shortened = _SHORTENED_RANGE.fullmatch(pages)
    if not shortened:
        return pages
    first, last = shortened.groups()
    return f"{first}–{first[: len(first) - len(last)]}{last}"


def made(
    line: int,
    source: str,
    *,
    title: str,
    type: str = ARTICLE,
    authors: Iterable[str] = (),
    container: str = "",
    publisher: str = "",
    year: str = "",
    volume: str = "",
    issue: str = "",
    pages: str = "",
    doi: str = "",
    pmid: str = "",
    url: str = "",
    note: str = "",
) -> Found | Unreadable:
    """Return the tidied reference, or why there is none; `source` is the text it was read from.

    A DOI or PubMed number that cannot be one is left out, an address that is none as well.
    """
    if not tidy(title):
        return unreadable(line, source, Reason.NO_TITLE)
    reference = Reference(
        title=tidy(title).removesuffix("."),
        type=type,
        authors=tuple(name for name in map(tidy, authors) if name.strip(" ,.")),
        container=tidy(container).removesuffix("."),
        publisher=tidy(publisher).removesuffix("."),
        year=year_in(year),
        volume=tidy(volume),
        issue=tidy(issue),
        pages=full_range(tidy(pages)),
        doi=_or_nothing(normal_doi, doi) or (_or_nothing(normal_doi, url) if "doi.org/" in url else ""),
        pmid=_or_nothing(normal_pmid, pmid),
        url=_address(url),
        note=tidy(note),
    )
    return Found(line, reference)


def _or_nothing(normal: Callable[[str], str], text: str) -> str:
    try:
        return normal(tidy(text)) if text else ""
    except ValueError:
        return ""


def _address(url: str) -> str:
    address = tidy(url)
    is_address = address.lower().startswith(("http://", "https://")) and " " not in address
    # The address of a DOI says nothing more than the DOI.
    return address if is_address and "doi.org/10." not in address else ""
