"""BibTeX, what reference managers and many journals export: `@article{key, title = {...}, ...}`."""

import re
from collections.abc import Iterator

from ..names import from_first_name_first
from ..reference import ARTICLE, BOOK, CHAPTER, DATASET, DOCUMENT, REPORT, THESIS, WEBPAGE
from .bibtex_entry import Malformed, fields_of
from .latex import plain
from .reading import Found, Unreadable, made, unreadable

_ENTRY = re.compile(r"^[ \t]*@(\w+)[ \t]*[{(]", re.MULTILINE)
_NO_REFERENCES = {"comment", "preamble", "string"}
_TYPES = {
    ARTICLE: "article",
    BOOK: "book booklet proceedings collection manual",
    CHAPTER: "inbook incollection inproceedings conference",
    REPORT: "techreport report",
    WEBPAGE: "online electronic www webpage",
    THESIS: "phdthesis mastersthesis thesis",
    DATASET: "dataset data",
}
_TYPE = {entry: name for name, entries in _TYPES.items() for entry in entries.split()}


def recognises(text: str) -> bool:
    """Tell whether this is BibTeX: a line begins with "@" and the type of an entry."""
    return _ENTRY.search(text) is not None


def read(text: str) -> Iterator[Found | Unreadable]:
    """Yield the references of a text in BibTeX. After a broken entry reading goes on with the next one."""
    entries = list(_ENTRY.finditer(text))
    ends = [*(entry.start() for entry in entries[1:]), len(text)]
    line, at = 1, 0
    for entry, end in zip(entries, ends, strict=True):
        line, at = line + text.count("\n", at, entry.start()), entry.start()
        if entry[1].lower() in _NO_REFERENCES:
            continue
        try:
            yield _reference(line, entry[1].lower(), fields_of(text[entry.end() : end], line))
        except Malformed as error:
            yield unreadable(error.line, text[entry.start() : end], error.reason, **error.about)


def _reference(line: int, type: str, fields: dict[str, str]) -> Found | Unreadable:
    def text(*names: str) -> str:
        return next((plain(fields[name]) for name in names if fields.get(name)), "")

    is_pubmed = text("eprinttype", "archiveprefix").lower() in {"pubmed", "pmid"}
    return made(
        line,
        text("title") or f"@{type}",
        type=_TYPE.get(type) or (WEBPAGE if text("url") else DOCUMENT),
        title=text("title"),
        authors=_people(fields.get("author") or fields.get("editor") or ""),
        container=text("journal", "journaltitle", "booktitle", "website"),
        publisher=text("publisher", "institution", "school", "organization"),
        year=text("year", "date"),
        volume=text("volume"),
        issue=text("number", "issue"),
        pages=text("pages"),
        doi=text("doi"),
        pmid=text("pmid") or (text("eprint") if is_pubmed else ""),
        url=text("url") or _address(text("howpublished")),
        note=text("annote"),
    )


def _people(authors: str) -> Iterator[str]:
    """Yield the names of a list; one in braces of its own is an organisation's."""
    for name in _split(authors):
        if name.startswith("{") and name.endswith("}"):
            yield plain(name)
        elif name.lower() != "others":
            family, *rest = (part.strip() for part in plain(name).split(","))
            # "Smith, Jr, John" has the suffix in the middle.
            yield f"{family}, {' '.join(reversed(rest))}" if rest else from_first_name_first(family)


def _split(authors: str) -> Iterator[str]:
    """Yield what stands between the words "and" outside of braces."""
    depth, words = 0, list[str]()
    for word in authors.split():
        if word.lower() == "and" and depth <= 0:
            yield " ".join(words)
            words = []
        else:
            words.append(word)
            depth += word.count("{") - word.count("}")
    if words:
        yield " ".join(words)


def _address(text: str) -> str:
    found = re.search(r"https?://\S+", text)
    return found.group() if found else ""
