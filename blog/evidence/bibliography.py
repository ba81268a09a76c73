"""What a bibliography says of a publication, in the style of the American Medical Association (11th edition).

The text is made by citeproc from the style in `styles/`. It is remembered by the publication's own value, so that
it can never be older than the publication.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import SimpleNamespace
from typing import Any

from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

from .names import parts
from .reference import Reference

_STYLE = Path(__file__).parent / "styles" / "american-medical-association.csl"
_KEY = "source"
# Characters nobody writes: they mark italics, and stand for the author of a publication that has none. Without
# an author the style puts the title in its place, and citeproc would then print the title twice.
_ITALIC, _UPRIGHT, _NOBODY = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"[{_ITALIC}{_UPRIGHT}{_NOBODY}]")
_NUMBER = re.compile(r"^1\.\s*")
_STOP_AFTER_QUESTION = re.compile(rf"([?!][”’\"]?{_UPRIGHT}?)\.")
# citeproc leaves the capitals of what stands between these as they are.
_AS_WRITTEN = '<span class="nocase">{}</span>'
# The style's and a formatter's state is changed while citeproc writes.
_WRITING = Lock()


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bibliography's text; titles of books and journals stand in italics."""

    text: str
    is_title: bool = False


@lru_cache(maxsize=4096)
def entry(reference: Reference) -> tuple[Part, ...]:
    """Return the text of a publication in parts, without its DOI and addresses. Never raises."""
    try:
        with _WRITING:
            written = _written(_csl(reference))
    # The library raises whatever an odd name or date makes it stumble over; plainly written it says the same.
    except Exception:
        return (Part(_plainly(reference)),)
    return tuple(_parts(written)) or (Part(_plainly(reference)),)


def text(reference: Reference) -> str:
    """Return the text of a publication without any marks."""
    return "".join(part.text for part in entry(reference))


@lru_cache(maxsize=1)
def _style() -> Any:
    return CitationStylesStyle(str(_STYLE), validate=False)


def _written(csl: dict[str, Any]) -> str:
    library = CiteProcJSON([csl])
    bibliography = CitationStylesBibliography(_style(), library, _FORMATTER)
    citation = Citation([CitationItem(_KEY)])
    bibliography.register(citation)
    [written] = bibliography.bibliography()
    return "".join(str(part) for part in written)


def _italic(words: Any) -> str:
    return f"{_ITALIC}{words}{_UPRIGHT}"


_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=_italic,
    Oblique=_italic,
    **dict.fromkeys(["Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"], str),
)


def _csl(reference: Reference) -> dict[str, Any]:
    """Return a publication as CSL-JSON."""
    fields = {
        "title": reference.title,
        "container-title": reference.container,
        "publisher": reference.publisher,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
    }
    csl: dict[str, Any] = {name: _MARKS.sub("", value) for name, value in fields.items() if value}
    csl |= {"id": _KEY, "type": reference.type}
    csl["title"] = _AS_WRITTEN.format(csl["title"].replace("</span>", ""))
    csl["author"] = [_name(_MARKS.sub("", name)) for name in reference.authors] or [{"literal": _NOBODY}]
    if reference.year:
        csl["issued"] = {"date-parts": [[reference.year]]}
    return csl


def _name(name: str) -> dict[str, str]:
    person = parts(name)
    return {"family": person[0], "given": person[1]} if person else {"literal": name}


def _parts(written: str) -> Iterator[Part]:
    """Yield the pieces between the marks of italics."""
    bare = re.sub(rf"{_NOBODY}\.?\s*", "", _NUMBER.sub("", written))
    bare = _STOP_AFTER_QUESTION.sub(r"\1", bare)
    is_title = False
    for piece in re.split(f"([{_ITALIC}{_UPRIGHT}])", bare):
        if piece in {_ITALIC, _UPRIGHT}:
            is_title = piece == _ITALIC
        elif piece:
            yield Part(piece, is_title)


def _plainly(reference: Reference) -> str:
    """Return a publication as a plain line, for one citeproc cannot write."""
    said = [", ".join(reference.authors), reference.title, reference.container or reference.publisher]
    return " ".join(f"{words}." for words in (*said, str(reference.year or "")) if words)
