"""The characters of an XML file: its encoding, and names of characters that only HTML knows."""

import codecs
import re
from html.entities import html5

from qnwellness.content.files import Unreadable, without_mark
from qnwellness.tables.decoding import decode

_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
# Encodings of one or more bytes a character, whose letters nobody can tell from the bytes alone.
_ENCODINGS = re.compile(
    r"iso-?8859-\d{1,2}|latin-?1|windows-12\d\d|koi8-[ru]|gb18030|gbk|gb2312|big5|shift_jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = frozenset({"lt;", "gt;", "amp;", "quot;", "apos;"})
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def xml_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of an XML file without its declaration, and notices. Raises Unreadable.

    `&trade;` and the like, which XML does not know without a document type, are the characters meant.
    """
    text, notices = _decoded(data)
    text = _DECLARATION.sub(_same_lines, text, count=1)
    return _ENTITY.sub(lambda match: _character(match[0], match[1]), text), notices


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    declared = _DECLARED.match(data)
    name = declared[1].decode("ascii") if declared else ""
    if without_mark(data)[0] or not _ENCODINGS.fullmatch(name):
        return decode(data)
    try:
        return data.decode(codecs.lookup(name).name), ()
    except (LookupError, UnicodeError):
        raise Unreadable(f"The file is not in the encoding it names, {name}; save it as UTF-8.") from None


def _character(written: str, name: str) -> str:
    return written if name in _OF_XML else html5.get(name, written)


def _same_lines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
