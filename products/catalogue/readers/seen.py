"""What a file looks like that no reader recognises, for a person to see what went wrong."""

import re

from products.catalogue.readers.wording import plain
from qnwellness.content.files import Unreadable
from qnwellness.tables.decoding import beginning, decode
from qnwellness.tables.table import read_header

_HEAD = 100_000
_ROOT = re.compile(r"<([A-Za-z_][\w:.-]{0,60})")
_LONGEST = 120


def what_was_seen(data: bytes) -> str:
    """Return a clause without full stop about a file that is in no known format. Raises nothing."""
    try:
        text = decode(beginning(data, _HEAD))[0].lstrip()
    except Unreadable as problem:
        return str(problem).removesuffix(".")
    if text[:1] in ("{", "["):
        return "The file is JSON, which no catalogue is read from"
    if text.startswith("<"):
        return _of_markup(text)
    return _of_a_table(text)


def _of_markup(text: str) -> str:
    root = _ROOT.search(text)
    name = root[1] if root else "?"
    if name.lower() in ("html", "head", "body") or text[:9].lower() == "<!doctype":
        return "The file is a web page, not a catalogue; check whether its address asks for a login"
    if name == "rss":
        return (
            "The file is an RSS feed, but its items have no attributes of products such as g:id and g:price"
        )
    return f"The file is XML and begins with <{name}>, which is no feed of products"


def _of_a_table(text: str) -> str:
    try:
        header = ", ".join(read_header(text))
    except Unreadable:
        header = ""
    words = plain(header)
    words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    seen = f"; its first row reads “{words}”" if words else ""
    return f"The file has no header row of a known format{seen}"
