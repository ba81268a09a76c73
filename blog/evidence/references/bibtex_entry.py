"""The fields of one BibTeX entry, read character by character: braces nest, so that no pattern can."""

import re

from .reason import Reason

_KEY = re.compile(r"\s*[^,=\s{}]*\s*,")
_NAME = re.compile(r"[\s,]*([A-Za-z][\w:+-]*)\s*=\s*")
_BARE = re.compile(r"[^\s,{}#\"]+")
_END = re.compile(r"[\s,]*[})]")


class Malformed(ValueError):
    """An entry that cannot be read: the line where reading stopped, and why, with the names that takes."""

    def __init__(self, line: int, reason: Reason, **about: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason
        self.about = about


def fields_of(body: str, line: int) -> dict[str, str]:
    """Return the fields of an entry by name in small letters, as they are written.

    `body` is what follows the entry's opening brace, `line` the line it is in. Raises Malformed.
    """
    key = _KEY.match(body)
    at = key.end() if key else 0
    fields: dict[str, str] = {}
    while not _END.match(body, at):
        name = _NAME.match(body, at)
        if not name:
            if not body[at:].strip(" \t\r\n,"):
                break  # The last brace is missing, and nothing else.
            start = len(body) - len(body[at:].lstrip(" \t\r\n,"))
            raise Malformed(_line(body, start, line), Reason.NO_FIELD)
        value, at = _value(body, name.end(), line, name[1])
        fields.setdefault(name[1].lower(), value)
    return fields


def _value(body: str, at: int, line: int, name: str) -> tuple[str, int]:
    """Return a value and where it ends; parts joined by "#" are one value."""
    parts: list[str] = []
    while True:
        opening = body[at : at + 1]
        if opening in {"{", '"'}:
            end = _closing(body, at)
            if end < 0:
                raise Malformed(_line(body, at, line), Reason.NOT_CLOSED, name=name)
            parts.append(body[at + 1 : end])
            at = end + 1
        elif bare := _BARE.match(body, at):
            parts.append(bare.group())
            at = bare.end()
        else:
            raise Malformed(_line(body, at, line), Reason.NO_VALUE, name=name)
        joined = re.compile(r"\s*#\s*").match(body, at)
        if not joined:
            return "".join(parts), at
        at = joined.end()


def _closing(body: str, at: int) -> int:
    """Return where the value that opens at `at` is closed, or -1."""
    is_quoted = body[at] == '"'
    depth = 0
    for place in range(at + (1 if is_quoted else 0), len(body)):
        character = body[place]
        if body[place - 1] == "\\" and character in '{}"':
            continue
        depth += (character == "{") - (character == "}")
        if (is_quoted and character == '"' and depth == 0) or (not is_quoted and depth == 0):
            return place
    return -1


def _line(body: str, at: int, line: int) -> int:
    return line + body.count("\n", 0, at)
