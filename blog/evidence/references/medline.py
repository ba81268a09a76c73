"""MEDLINE, what PubMed exports as an .nbib file and shows as "PubMed" format.

Its tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from collections.abc import Iterator

from ..names import from_medical_form
from ..reference import ARTICLE, BOOK, CHAPTER
from .reading import Found, Unreadable, made
from .tagged import Record, add, has_tag, lines

_DOI_MARK = "[doi]"


def recognises(text: str) -> bool:
    """Tell whether this is MEDLINE: its records hold a PubMed number, and a title or a source."""
    return has_tag(text, "PMID") or (has_tag(text, "TI") and has_tag(text, "DP"))


def read(text: str) -> Iterator[Found | Unreadable]:
    """Yield the references of a text in MEDLINE format; an empty line or another PMID begins a new one."""
    record: Record | None = None
    for number, tag, value in lines(text):
        is_end = not tag and not value
        if record and record.values and (is_end or (tag == "PMID" and "PMID" in record.values)):
            yield _reference(record)
            record = None
        if not is_end:
            record = record or Record(number)
            add(record, tag, value)
    if record:
        yield _reference(record)


def _reference(record: Record) -> Found | Unreadable:
    dois = [value for value in record.all("LID") + record.all("AID") if _DOI_MARK in value]
    is_book = bool(record.first("BTI"))
    people = record.all("FAU") or [from_medical_form(name) for name in record.all("AU")]
    return made(
        record.line,
        record.first("TI", "BTI") or record.text,
        type=(CHAPTER if record.first("TI", "CTI") else BOOK) if is_book else ARTICLE,
        title=record.first("TI", "CTI", "BTI"),
        authors=people + record.all("CN"),
        container=record.first("BTI") if is_book and record.first("TI", "CTI") else record.first("JT", "TA"),
        publisher=record.first("PB"),
        year=record.first("DP", "DEP"),
        volume=record.first("VI"),
        issue=record.first("IP"),
        pages=record.first("PG"),
        doi=dois[0].replace(_DOI_MARK, "") if dois else "",
        pmid=record.first("PMID"),
    )
