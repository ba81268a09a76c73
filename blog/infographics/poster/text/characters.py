"""Which characters of a text are seen."""

import unicodedata
from functools import lru_cache

REPLACEMENT = "\ufffd"
NO_BREAK = frozenset("\u00a0\u2007\u2011\u202f\u2060")
# Marks upon one letter; a pile of more would reach into the lines around it.
_MARKS = 3


@lru_cache(maxsize=2048)
def visible(text: str) -> str:
    """Return a text as it is drawn: composed (NFC), white space as single spaces, without what has no width or form.

    No-break spaces stay. Half a surrogate pair, which is no character, becomes a replacement.
    """
    shown: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        seen = _seen(character)
        marks = marks + 1 if is_mark(seen) else 0
        if not seen or marks > _MARKS or (seen == " " and (not shown or shown[-1] == " ")):
            continue
        shown.append(seen)
    return "".join(shown).rstrip(" ")


def is_mark(character: str) -> bool:
    """Tell whether a character stands upon the one before it."""
    return bool(character) and unicodedata.category(character) in {"Mn", "Me"}


def is_rtl(character: str) -> bool:
    """Tell whether a character is written from right to left."""
    return unicodedata.bidirectional(character) in {"R", "AL"}


def is_ideograph(character: str) -> bool:
    """Tell whether a line may be broken beside a character, as between those of Chinese, Japanese and Korean."""
    return (
        unicodedata.east_asian_width(character) in {"W", "F"} and unicodedata.category(character)[0] in "LN"
    )


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if character in NO_BREAK:
        return "" if character == "\u2060" else character
    if category in {"Zs", "Zl", "Zp"} or character in "\t\n\r\v\f\x85":
        return " "
    if category == "Cs" or ord(character) & 0xFFFE == 0xFFFE:
        return REPLACEMENT
    if (
        category in {"Cc", "Cf"}
        or "\ufe00" <= character <= "\ufe0f"
        or character in "\u034f\u115f\u1160\u3164\uffa0"
    ):
        return ""
    return character
