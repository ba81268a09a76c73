"""Readable, unique `#fragments` from heading texts."""

import re
import unicodedata

# Ids the page itself uses. A heading with one of these texts gets the next free number.
RESERVED = frozenset({"main", "contents", "contents-heading", "top", "search", "sources", "related-articles"})
# Ids inside infographics start with this; no heading of the body may.
INFOGRAPHIC_PREFIX = "infographic-"
# A single character can stand for a whole phrase, so that a short heading could make an endless fragment.
LONGEST = 200

_MARKUP = re.compile(r"<[^<>]*>")
_MARKS = str.maketrans("", "", "™®©℠'’")
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]")


def slug(text: str) -> str:
    """Return the words of a heading as a fragment: never empty, never starting with a digit.

    Accents are folded, letters and digits of any script are kept.
    """
    plain = _MARKUP.sub(" ", text).translate(_MARKS)
    folded = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    # Vowel signs and the like belong to their letters, although they are no letters themselves.
    kept = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in folded)
    words = unicodedata.normalize("NFC", "-".join(kept.casefold().split()))[:LONGEST].strip("-")
    if not words:
        return "section"
    return f"section-{words}" if words[0].isdigit() or words.startswith(INFOGRAPHIC_PREFIX) else words


class AnchorMinter:
    """Gives each heading of a page an anchor no other element of the page has."""

    def __init__(self, reserved: frozenset[str] = RESERVED) -> None:
        self._taken = set(reserved)

    def mint(self, text: str) -> str:
        """Return the slug of `text`, with `-2`, `-3`, ... where it is taken."""
        base = slug(text)
        anchor, number = base, 1
        while anchor in self._taken:
            number += 1
            anchor = f"{base}-{number}"
        self._taken.add(anchor)
        return anchor
