"""Reads references as people paste them: one format a file, recognised by its content.

It owns the formats. It knows nothing of where a reference is kept, and asks nobody on the network.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from . import bibtex, citation_text, csl_json, medline, number, ris
from .reading import Found, Named, Unreadable
from .reason import Reason

__all__ = ["LONGEST_PASTE", "MOST", "Found", "Named", "Reason", "Unreadable", "read"]

# Room for some hundred references with their abstracts; more than these nobody could look through.
LONGEST_PASTE = 500_000
MOST = 300

Result = Found | Named | Unreadable
_FORMATS: list[tuple[Callable[[str], bool], Callable[[str], Iterator[Result]]]] = [
    (number.recognises, number.read),
    (csl_json.recognises, csl_json.read),
    (bibtex.recognises, bibtex.read),
    (ris.recognises, ris.read),
    (medline.recognises, medline.read),
    (citation_text.recognises, citation_text.read),
]


def read(text: str) -> list[Result]:
    """Return every reference in a pasted text, and what could not be read, in the order of the text.

    Never raises: a text in no known format is one result that says so.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_PASTE:
        return [Unreadable(1, "", Reason.TOO_LONG)]
    for recognises, reader in _FORMATS:
        if recognises(text):
            return _as_many_as_allowed(reader(text))
    return [Unreadable(1, "", Reason.NOTHING)]


def _as_many_as_allowed(results: Iterator[Result]) -> list[Result]:
    allowed = list(islice(results, MOST))
    if more := next(results, None):
        allowed.append(Unreadable(more.line, "", Reason.TOO_MANY, {"most": MOST}))
    return allowed
