"""Text that was encoded twice on its way through other systems, back as its author wrote it.

What is meant is only guessed where it is beyond doubt: every change is one that a reader of the old page would call a
mistake, and all other characters stay as they are.
"""

import html
import re
from html.entities import html5

import ftfy
from ftfy.badness import is_bad

ENCODED_TWICE = "Characters that had been encoded twice (such as â€™ for ’) were mended."
ESCAPED_TWICE = "Entities that had been escaped twice (such as &amp;trade; for ™) were mended."

# A piece never contains another "<", which keeps the search linear.
_PIECES = re.compile(r"(<[^<>]*>|\n)")
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ESCAPED_ENTITY = re.compile(r"&(?:amp;){1,3}(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# The letters that UTF-8 read as Windows-1252 begins with, as entities.
_WRONG_LETTERS = re.compile(r"&(?:acirc|Acirc|Atilde|#226|#194|#195|#xe2|#xc2|#xc3);", re.IGNORECASE)
_MARKUP = frozenset(("lt", "gt", "amp", "quot", "apos"))
_ESCAPED_MARKUP = re.compile(
    r"&lt;/?(?:p|div|h[1-6]|ul|li|span|table)(?:\s[^<>]{0,2000}?)?&gt;", re.IGNORECASE
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def mend_html(text: str) -> tuple[str, tuple[str, ...]]:
    """HTML whose characters and entities were encoded once, and notes about what had to be mended."""
    text = _CONTROLS.sub("", _LONE_SURROGATE.sub("\ufffd", text))
    notes: list[str] = []
    if _ESCAPED_MARKUP.search(text) and "</" not in text:
        text = html.unescape(text)
        notes.append(ESCAPED_TWICE)
    whole = "".join(map(_decoded, _PIECES.split(text)))
    if whole != text:
        notes.append(ENCODED_TWICE)
    once = _ESCAPED_ENTITY.sub(_once, whole)
    if once != whole and not notes[:1] == [ESCAPED_TWICE]:
        notes.append(ESCAPED_TWICE)
    return once, tuple(notes)


def mend_text(text: str) -> str:
    """One line of plain text as it was meant: without entities, without characters that nobody sees."""
    for _round in range(2):
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = _decoded(_LONE_SURROGATE.sub("\ufffd", text))
    return " ".join(_INVISIBLE.sub("", text).split())


def _decoded(piece: str) -> str:
    if _WRONG_LETTERS.search(piece):
        plain = _ENTITY.sub(_unless_markup, piece)
        return ftfy.fix_encoding(plain) if is_bad(plain) else piece
    return ftfy.fix_encoding(piece) if is_bad(piece) else piece


def _unless_markup(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return match[0] if match[1] in _MARKUP or character in "<>&\"'" else character


def _once(match: re.Match[str]) -> str:
    return f"&{match[1]};" if match[1][0] == "#" or f"{match[1]};" in html5 else match[0]
