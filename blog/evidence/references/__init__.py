"""Reads references as people paste them: one format a file, recognised by its content.

It owns the formats. It knows nothing of where a reference is kept, and asks nobody on the network.
"""

from collections.abc import Callable, Iterator

from . import bibtex, citation_text, csl_json, medline, ris
from .reading import Found, Unreadable

__all__ = ["LONGEST_PASTE", "Found", "Unreadable", "read"]

# Room for some hundred references with their abstracts.
LONGEST_PASTE = 500_000

Result = Found | Unreadable
_FORMATS: list[tuple[Callable[[str], bool], Callable[[str], Iterator[Result]]]] = [
    (csl_json.recognises, csl_json.read),
    (bibtex.recognises, bibtex.read),
    (ris.recognises, ris.read),
    (medline.recognises, medline.read),
    (citation_text.recognises, citation_text.read),
]


def read(text: str) -> list[Result]:
    """Return every reference in a pasted text, and what could not be read, in the order of the text.

    Never raises: a text in no known format is one result that says what to do.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_PASTE:
        return [Unreadable(1, "", "This is more than can be read at once. Paste it in several parts.")]
    for recognises, reader in _FORMATS:
        if recognises(text):
            return list(reader(text))
    return [
        Unreadable(1, "", "There is no reference here. Paste one from PubMed, or RIS, BibTeX or CSL-JSON.")
    ]
