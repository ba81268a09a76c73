"""Words compared as a reader of the text would: without case, punctuation, marks and leading numbers."""

import re
import unicodedata

_NUMBERING = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3})\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS = str.maketrans("", "", "™®©℠")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "vs",
    )
)


def key(text: str) -> str:
    """A text reduced to what two spellings of the same heading have in common; may be empty."""
    text = text.translate(_MARKS).replace("&", " and ")
    text = without_number(unicodedata.normalize("NFKC", text)).casefold().replace("’", "'")
    return " ".join(_WORD.findall(text))


def number_of(text: str) -> tuple[int, ...]:
    """The number a text opens with, as in "2. Title" or "2.1 Title"; empty when there is none."""
    match = _NUMBERING.match(text)
    return tuple(int(part) for part in re.findall(r"\d+", match.group())) if match else ()


def without_number(text: str) -> str:
    """A text without the number it opens with, unless nothing else would be left."""
    match = _NUMBERING.match(text)
    return text[match.end() :] if match and match.end() < len(text) else text


def is_title_case(text: str) -> bool:
    """Whether the words after the first mostly begin with capitals, as in the headings of some houses."""
    words = [word for word in _WORD.findall(text)[1:] if word.casefold() not in _SMALL and word[0].isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    return bool(words) and capitals * 3 >= len(words) * 2
