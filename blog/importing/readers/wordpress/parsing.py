"""The XML of one item -> its fields, mended where an export is not well formed.

Field names: https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
"""

import re
from collections.abc import Iterator
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from qnwellness.content.files import Unreadable

_KNOWN = ("wp", "dc", "content", "excerpt", "wfw", "media", "georss", "itunes", "atom", "sy", "slash")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):[A-Za-z_]|[\s]([A-Za-z_][\w.-]{0,40}):[\w.-]{1,40}\s*=")
_NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LITERAL = re.compile(r"<([a-zA-Z]+:?[a-zA-Z_]*)>\s*<!\[CDATA\[")
_REFERENCE = re.compile(r"&(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([a-zA-Z][a-zA-Z0-9]{1,30});)?")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))


def item_of(text: str) -> tuple[Element, tuple[str, ...]]:
    """An item, or the beginning of an export with its end tags, and what was mended, in one line each.

    A name with a prefix is written `{wp}post_id`. Raises Unreadable for what cannot be mended, and for entities and
    document types of its own, which no export has.
    """
    notes: list[str] = []
    clean, controls = _NEVER_IN_XML.subn("", text)
    if controls:
        signs = "One sign" if controls == 1 else f"{controls:,} signs"
        notes.append(f"{signs} that no text can hold (control characters) were left out.")
    try:
        return _parsed(clean), tuple(notes)
    except ParseError as problem:
        first = problem
    try:
        item = _parsed(_outside_mended(_rewrapped(clean)))
    except ParseError:
        raise Unreadable(f"It is not well-formed XML ({_reason(first)}).") from None
    return item, (*notes, "Its XML was not well formed and was mended; check the text.")


def text_of(item: Element, name: str) -> str:
    """The text of a field, empty if there is none."""
    found = item.find(name)
    return (found.text or "") if found is not None else ""


def texts_of(item: Element, name: str) -> Iterator[Element]:
    """All fields of a name."""
    return iter(item.findall(name))


def metadata(item: Element) -> dict[str, str]:
    """The custom fields of a post, by key; the last of several with one key counts."""
    return {
        text_of(meta, "{wp}meta_key").strip(): text_of(meta, "{wp}meta_value")
        for meta in item.findall("{wp}postmeta")
    }


def _parsed(text: str) -> Element:
    prefixes = {*_KNOWN, *(one or other for one, other in _PREFIX.findall(text))} - {"xml", "xmlns"}
    declared = " ".join(f'xmlns:{prefix}="{prefix}"' for prefix in sorted(prefixes))
    try:
        wrapped: Element = fromstring(f"<export {declared}>{text}</export>", forbid_dtd=True)
    except DefusedXmlException:
        raise Unreadable(
            "It declares entities or a document type, which no export of WordPress does."
        ) from None
    return wrapped[0] if len(wrapped) else wrapped


def _rewrapped(text: str) -> str:
    """An item in which "]]>" within a literal text no longer ends it."""
    parts: list[str] = []
    at = 0
    while found := _LITERAL.search(text, at):
        closing = re.compile(rf"\]\]>\s*</{re.escape(found[1])}>").search(text, found.end())
        if closing is None:
            break
        inside = text[found.end() : closing.start()].replace("]]]]><![CDATA[>", "]]>")
        parts += [text[at : found.end()], inside.replace("]]>", "]]]]><![CDATA[>"), closing[0]]
        at = closing.end()
    return "".join((*parts, text[at:]))


def _outside_mended(text: str) -> str:
    """An item in which everything outside of literal texts has only references XML knows."""
    parts = re.split(r"(<!\[CDATA\[[\s\S]*?\]\]>)", text)
    return "".join(part if part.startswith("<![CDATA[") else _REFERENCE.sub(_known, part) for part in parts)


def _known(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        if name in _OF_XML:
            return found[0]
        sign = html5.get(f"{name};")
        return sign if sign else f"&amp;{name};"
    if decimal or hexadecimal:
        code = int(decimal) if decimal else int(hexadecimal, 16)
        valid = (
            code in (9, 10, 13)
            or 0x20 <= code < 0xD800
            or 0xE000 <= code < 0xFFFE
            or 0x10000 <= code < 0x110000
        )
        return found[0] if valid else ""
    return "&amp;"


def _reason(problem: ParseError) -> str:
    return str(problem).partition(":")[0]
