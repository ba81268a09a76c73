"""Entities that were escaped once too often, and other habits of exports, in the HTML and the names of an article."""

import html
import re
from html.entities import html5

from blog.importing.readers.misread import mended

ESCAPED_TWICE = "Entities that had been escaped twice (such as &amp;trade; for ™) were mended."

_NAME = r"#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31}"
_ENTITY = re.compile(rf"&({_NAME});")
_ESCAPED_ENTITY = re.compile(rf"&(?:amp;){{1,3}}({_NAME});")
# The letters that UTF-8 read as Windows-1252 begins with, as entities.
_WRONG_LETTERS = re.compile(r"&(?:acirc|atilde|#226|#194|#195|#xe2|#xc2|#xc3);", re.IGNORECASE)
_MARKUP = frozenset("<>&\"'")
_ESCAPED_MARKUP = re.compile(r"&lt;/(?:p|div|h[1-6]|ul|li|span|table)&gt;", re.IGNORECASE)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def mend_html(text: str) -> tuple[str, tuple[str, ...]]:
    """HTML whose characters and entities were encoded once, and notes about what had to be mended."""
    text = whole = _CONTROLS.sub("", _LONE_SURROGATE.sub("\ufffd", text))
    if "</" not in text and _ESCAPED_MARKUP.search(text):
        whole = html.unescape(text)
    once = _ESCAPED_ENTITY.sub(_once, whole)
    notes = [ESCAPED_TWICE] if once != text else []
    if _WRONG_LETTERS.search(once):
        once = _ENTITY.sub(_unless_markup, once)
    once, told = mended(once)
    return once, (*notes, *told)


def mend_text(text: str) -> str:
    """One line of plain text as it was meant: without entities, without characters that nobody sees."""
    for _round in range(2):
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = mended(_LONE_SURROGATE.sub("\ufffd", text))[0]
    return " ".join(_INVISIBLE.sub("", text).split())


def _unless_markup(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return match[0] if character in _MARKUP else character


def _once(match: re.Match[str]) -> str:
    return f"&{match[1]};" if match[1][0] == "#" or f"{match[1]};" in html5 else match[0]
