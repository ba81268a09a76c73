"""References as they stand in a bibliography: PubMed's "Cite" in its NLM, AMA and APA forms.

"Knapen MH, Drummen NE. Three-year low-dose menaquinone-7. Osteoporos Int. 2013 Sep;24(9):2499-507. doi: ..."
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..identifiers import doi_in
from ..names import from_medical_form, is_in_medical_form
from ..reference import ARTICLE, BOOK
from . import apa_text
from .reading import Found, Unreadable, made, unreadable
from .reason import Reason

_LONGEST = 4000
_NUMBER = re.compile(r"^(?:\d{1,4}[.:)]|\[\d{1,4}\]|[•*-])\s+")
_PMID = re.compile(r"PMID:?\s*(\d{1,12})", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>]+")
_IDENTIFIER = re.compile(
    r"\b(?:doi:|PMID|PMCID|https?://|Epub\s|Available (?:from|at)|Published online)", re.IGNORECASE
)
_IMPRINT = re.compile(
    r"(?P<before>[.?!;])\s+(?P<year>(?:1[5-9]|20)\d\d)(?P<month>[ A-Za-z0-9/-]{0,24})"
    r"(?:;\s?(?P<volume>[\w .-]{0,30}?)\s?(?:\((?P<issue>[^()]{1,30})\))?)?"
    r"(?::\s?(?P<pages>[^.:;]{1,40}))?(?=[.;]|$)"
)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def recognises(text: str) -> bool:
    """Tell whether there is any text at all: this format is the last one asked."""
    return bool(text.strip())


def read(text: str) -> Iterator[Found | Unreadable]:
    """Yield the references of a text: one a line, or one a paragraph where lines were wrapped."""
    for line, rows in _paragraphs(text):
        if len(rows) > 1 and isinstance(_reference(line, rows[0]), Found):
            yield from _line_by_line(line, rows)
        else:
            yield _reference(line, " ".join(rows))


def _line_by_line(line: int, rows: list[str]) -> Iterator[Found | Unreadable]:
    """Yield a reference a line. One that begins with a DOI or the like belongs to the line before it."""
    whole: list[tuple[int, str]] = []
    for number, row in enumerate(rows, start=line):
        if whole and _IDENTIFIER.match(row):
            whole[-1] = (whole[-1][0], f"{whole[-1][1]} {row}")
        else:
            whole.append((number, row))
    yield from (_reference(number, row) for number, row in whole)


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (first line, lines) of every paragraph; a numbered line begins one too."""
    start, rows = 0, list[str]()
    for number, row in enumerate(text.split("\n"), start=1):
        if rows and (not row.strip() or _NUMBER.match(row.strip())):
            yield start, rows
            rows = []
        if row.strip():
            start = start if rows else number
            rows.append(row.strip())
    if rows:
        yield start, rows


def _reference(line: int, text: str) -> Found | Unreadable:
    if len(text) > _LONGEST:
        return unreadable(line, text, Reason.NOT_ONE)
    body = _NUMBER.sub("", " ".join(text.split()))
    if apa_text.recognises(body):
        return apa_text.read(line, body)
    if len(_PMID.findall(body)) > 1:
        return unreadable(line, text, Reason.SEVERAL)
    parts = _parts(body)
    if parts is None:
        return unreadable(line, text, Reason.NO_PARTS)
    pmid, url = _PMID.search(body), _URL.search(body)
    imprint = parts.imprint
    return made(
        line,
        text,
        type=BOOK if parts.publisher else ARTICLE,
        title=parts.title,
        authors=_people(parts.authors),
        container=parts.container,
        publisher=parts.publisher,
        year=imprint["year"],
        volume=imprint["volume"] or "",
        issue=imprint["issue"] or "",
        pages=imprint["pages"] or "",
        doi=doi_in(body),
        pmid=pmid[1] if pmid else "",
        url=url.group().rstrip(".,;") if url else "",
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The sentences of a reference."""

    authors: str
    title: str
    container: str
    publisher: str
    imprint: "re.Match[str]"


def _parts(body: str) -> _Parts | None:
    identifier = _IDENTIFIER.search(body)
    imprint = _IMPRINT.search(body[: identifier.start()].rstrip() if identifier else body)
    if not imprint:
        return None
    sentences = _SENTENCE_END.split(body[: imprint.end("before")].rstrip(";"))
    authors = sentences.pop(0).rstrip(".") if _is_authors(sentences) else ""
    if len(sentences) < 2:
        return None
    last = sentences.pop().rstrip(".")
    is_book = imprint["before"] == ";"
    publisher = last.rpartition(": ")[2] if is_book else ""
    return _Parts(authors, " ".join(sentences), "" if is_book else last, publisher, imprint)


def _is_authors(sentences: list[str]) -> bool:
    """Tell whether the first sentence names authors: people in medical form, or whatever leaves a title."""
    first = re.split(r"[,;]", sentences[0].rstrip("."))[0].strip()
    return is_in_medical_form(first) or len(sentences) > 2


def _people(authors: str) -> Iterator[str]:
    """Yield the names of an author list. An organisation may have commas in its name."""
    for group in authors.split(";"):
        names = [name.strip().removeprefix("and ") for name in group.split(",")]
        if not any(map(is_in_medical_form, names)):
            names = [group.strip()]
        yield from (from_medical_form(name) for name in names if name.rstrip(".") != "et al")
