"""Readable, unique `#fragments` from heading texts."""

import re
import unicodedata
from collections.abc import Iterator

from .labels import flat

# Ids the page itself uses. A heading with one of these texts gets the next free number.
RESERVED = frozenset(
    {
        *("main", "top", "search", "header", "footer", "menu", "contents", "contents-heading", "colophon"),
        *("sources", "sources-heading", "figures-heading", "corrections"),
        *("related-articles", "related-reading", "products-named"),
    }
)
# Ids inside infographics start with this; no heading of the body may.
INFOGRAPHIC_PREFIX = "infographic-"
# Ids a page makes by counting or from a block's id start with these; no heading of the body may.
RESERVED_PREFIXES = (INFOGRAPHIC_PREFIX, "source-", "cite-", "fact-", "stated-", "correction-", "note-")
# A single character can stand for a whole phrase, so that a short heading could make an endless fragment.
# With a prefix and a number it still fits the field an editor types one in.
LONGEST = 180

# What Django takes in the address of a page is less than a fragment may hold: vowel signs of some scripts are left out.
_NO_ADDRESS = re.compile(r"[^-\w]")
_MARKS = str.maketrans("", "", "™®©℠'’")
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]")


def slug(text: str) -> str:
    """Return the words of a heading as a fragment: never empty, never starting with a digit.

    Accents are folded, letters and digits of any script are kept.
    """
    words = words_of(text)
    if not words:
        return "section"
    return f"section-{words}" if words[0].isdigit() or words.startswith(RESERVED_PREFIXES) else words


def address(text: str) -> str:
    """Return the words of a text as the last part of a page's address, as routes and slug fields take it.

    Empty if nothing is left; never longer than `LONGEST`.
    """
    return _NO_ADDRESS.sub("", words_of(text)).strip("-")


def words_of(text: str) -> str:
    """Return the letters and digits of a text as lower-case words joined by hyphens; empty if it has none."""
    plain = flat(text).translate(_MARKS)
    folded = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    # Vowel signs and the like belong to their letters, although they are no letters themselves.
    kept = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in folded)
    return unicodedata.normalize("NFC", "-".join(kept.casefold().split()))[:LONGEST].strip("-")


def numbered(text: str) -> Iterator[str]:
    """Yield without end what a heading may be called: its slug, then with `-2`, `-3`, ... Reserved ids are left out."""
    base = slug(text)
    if base not in RESERVED:
        yield base
    if f"{base}-" in RESERVED_PREFIXES:
        base = f"section-{base}"
    number = 1
    while number := number + 1:
        yield f"{base}-{number}"


class AnchorMinter:
    """Gives each heading of a page an anchor no other element of the page has."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken = set(taken)

    def mint(self, text: str) -> str:
        """Return the slug of `text`, with `-2`, `-3`, ... where it is taken."""
        anchor = next(anchor for anchor in numbered(text) if anchor not in self._taken)
        self._taken.add(anchor)
        return anchor
