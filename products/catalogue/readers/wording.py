"""Plain text as its author meant it: names keep their ™ and accents, and lose what exports have done to them."""

import re
import unicodedata
from html import unescape

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# What the bytes 0x80 to 0xBF, which continue a character in UTF-8, look like when they are read as Windows-1252.
_CONTINUED = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_TWICE_ENCODED = re.compile(
    # “Ã™” after a capital letter may be a word in capitals with its mark.
    f"Â[{re.escape(_CONTINUED)}]|(?<![A-ZÀ-Þ])Ã[™®©]|Ã[{re.escape(re.sub('[™®©]', '', _CONTINUED))}]"
    f"|[âã][{re.escape(_CONTINUED)}]{{2}}"
)
_TWO_ROUNDS = 2


def plain(text: str) -> str:
    """Return a text on one line, without characters that nobody sees; letters and marks stay as they are."""
    text = _LONE_SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def mended(text: str) -> str:
    """Return a text whose characters were not encoded twice, wherever that can be told."""
    return _TWICE_ENCODED.sub(_decoded_again, text)


def without_entities(text: str) -> str:
    """Return a plain text in which HTML entities, also doubled ones such as “&amp;amp;”, are the characters meant."""
    for _round in range(_TWO_ROUNDS):
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return text


def _decoded_again(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]
