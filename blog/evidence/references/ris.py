"""RIS, what most journals and libraries export.

https://en.wikipedia.org/wiki/RIS_(file_format) lists its tags; publishers disagree on some of them.
"""

from collections.abc import Iterator

from ..reference import ARTICLE, BOOK, CHAPTER, DATASET, DOCUMENT, REPORT, THESIS, WEBPAGE
from .reading import Found, Unreadable, made, unreadable
from .reason import Reason
from .tagged import Record, add, has_tag, lines

_TYPES = {
    ARTICLE: "JOUR JFULL EJOUR ABST INPR MGZN NEWS",
    BOOK: "BOOK EBOOK EDBOOK CONF",
    CHAPTER: "CHAP ECHAP CPAPER ENCYC",
    REPORT: "RPRT GOVDOC STAND STAT LEGAL",
    WEBPAGE: "ELEC WEB BLOG ICOMM",
    THESIS: "THES",
    DATASET: "DATA AGGR",
}
_TYPE = {code: name for name, codes in _TYPES.items() for code in codes.split()}


def recognises(text: str) -> bool:
    """Tell whether this is RIS: a record begins with its type."""
    return has_tag(text, "TY")


def read(text: str) -> Iterator[Found | Unreadable]:
    """Yield the references of a text in RIS."""
    record: Record | None = None
    for number, tag, value in lines(text):
        if tag == "TY":
            if record:
                yield _reference(record)
            record = Record(number)
        if tag == "ER" and record:
            yield _reference(record)
            record = None
        elif record:
            add(record, tag, value)
        elif value.strip():
            yield unreadable(number, value, Reason.OUTSIDE)
    if record:
        yield _reference(record)


def _reference(record: Record) -> Found | Unreadable:
    first, last = record.first("SP"), record.first("EP")
    return made(
        record.line,
        record.first("TI", "T1", "CT", "BT") or record.text,
        type=_TYPE.get(record.first("TY").strip().upper(), DOCUMENT),
        title=record.first("TI", "T1", "CT", "BT"),
        authors=record.all("AU", "A1", "A2", "ED"),
        container=record.first("JF", "T2", "JO", "BT", "JA", "J2"),
        publisher=record.first("PB"),
        year=record.first("PY", "Y1", "DA"),
        volume=record.first("VL"),
        issue=record.first("IS"),
        pages=f"{first}–{last}" if first and last and first != last and "-" not in first else first,
        doi=record.first("DO"),
        pmid=record.first("AN") if "pubmed" in record.first("DB", "DP").lower() else "",
        url=record.first("UR", "L2"),
        note=record.first("N1"),
    )
