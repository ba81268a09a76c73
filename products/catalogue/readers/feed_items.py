"""The items of an RSS or Atom feed, read as a stream: nothing but the items is kept.

A document type is refused before anything in it is read, so there are no entities to expand and nothing to fetch.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from typing import NoReturn
from xml.parsers import expat

from qnwellness.content.files import Unreadable

MAX_ITEMS = 100_000
MAX_DEPTH = 200
MAX_LENGTH = 1_000_000
_ITEMS = frozenset({"item", "entry"})
_NAMESPACES = frozenset({"http://base.google.com/ns/1.0", "https://base.google.com/ns/1.0"})
# In Atom both hold the description; markup may stand in any of these without being escaped.
_DESCRIPTIONS = ("description", "content", "summary")
# Several links of an Atom entry say what they are for; the one that does not is the page.
_OTHER_LINKS = frozenset({"self", "edit", "enclosure", "related", "via", "replies"})
_PIECE = 1_000_000


@dataclass(slots=True)
class Item:
    """An item: the line on which it begins, and its attributes by name, several of one name on lines of their own."""

    line: int
    values: dict[str, str] = field(default_factory=dict)


def read_items(text: str) -> tuple[list[Item], tuple[str, ...]]:
    """Return the items of a feed and notices. Raises Unreadable for XML that is broken, cut off or a bomb."""
    feed = _Feed()
    try:
        for start in range(0, len(text), _PIECE):
            feed.parser.Parse(text[start : start + _PIECE], False)
        feed.parser.Parse("", True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code) or "not well-formed"
        raise Unreadable(f"The XML is broken in line {error.lineno}: {what}.") from None
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("The file is no XML.") from None
    return feed.items, tuple(feed.notices)


class _Feed:
    """What the parser has come by."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.notices: list[str] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._prefixes = {"g"}
        self._depth = 0
        self._item_depth = 0
        self._line = 0
        # Of the item at hand: values by name, those with a prefix of Google's before those without.
        self._own: dict[str, list[str]] = {}
        self._bare: dict[str, list[str]] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._is_markup = False
        self._is_wanted = True

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unreadable(f"The XML is nested more than {MAX_DEPTH} levels deep.")
        self._note_prefixes(attributes)
        if not self._item_depth:
            if name.rpartition(":")[2] in _ITEMS:
                self._begin_item()
        elif self._depth == self._item_depth + 1:
            self._begin_value(name, attributes)
        else:
            self._begin_part(name)

    def _end(self, name: str) -> None:
        if self._item_depth and self._depth == self._item_depth:
            self._end_item()
        elif self._item_depth and self._depth == self._item_depth + 1:
            self._end_value(name)
        elif self._item_depth and self._is_markup:
            self._pieces.append(f"</{name.rpartition(':')[2]}>")
        self._depth -= 1

    def _text(self, text: str) -> None:
        if self._item_depth and self._depth > self._item_depth and self._length <= MAX_LENGTH:
            self._length += len(text)
            self._pieces.append(escape(text, quote=False) if self._is_markup else text)

    def _doctype(self, *_about: object) -> NoReturn:
        raise Unreadable(
            f"Line {self.parser.CurrentLineNumber}: the file has a document type (<!DOCTYPE …>), through which a "
            "file can do harm; take it out."
        )

    def _note_prefixes(self, attributes: Mapping[str, str]) -> None:
        for key, value in attributes.items():
            if key.startswith("xmlns:") and value.strip() in _NAMESPACES:
                self._prefixes.add(key.removeprefix("xmlns:"))

    def _begin_item(self) -> None:
        if len(self.items) >= MAX_ITEMS:
            raise Unreadable(f"The feed has more than {MAX_ITEMS:,} items; split it.")
        self._item_depth = self._depth
        self._line = self.parser.CurrentLineNumber
        self._own, self._bare = {}, {}

    def _begin_value(self, name: str, attributes: Mapping[str, str]) -> None:
        self._pieces, self._length, self._is_markup = [], 0, False
        self._is_wanted = not (name == "link" and attributes.get("rel", "alternate") in _OTHER_LINKS)
        if name == "link" and attributes.get("href"):
            self._pieces.append(attributes["href"])

    def _begin_part(self, name: str) -> None:
        """Keep markup that stands in a description as it is, and the parts of other values on one line."""
        if not self._is_markup:
            self._pieces = [escape("".join(self._pieces), quote=False)]
            self._is_markup = True
        self._pieces.append(f"<{name.rpartition(':')[2]}>")

    def _end_value(self, name: str) -> None:
        prefix, _colon, local = name.rpartition(":")
        is_ours = not prefix or prefix in self._prefixes
        value = "".join(self._pieces).strip()
        self._pieces = []
        if self._length > MAX_LENGTH:
            where = f"item {len(self.items) + 1} (line {self._line}), “{local}”"
            self.notices.append(f"{where}: longer than {MAX_LENGTH:,} characters; it is left out")
            return
        if self._is_markup and local not in _DESCRIPTIONS:
            value = _parts(value)
        if value and self._is_wanted:
            values = self._own if prefix and is_ours else self._bare
            values.setdefault(local if is_ours else name, []).append(value)

    def _end_item(self) -> None:
        values = {**self._bare, **self._own}
        texts = [values.pop(name)[0] for name in _DESCRIPTIONS if name in values]
        item = Item(self._line, {name: "\n".join(said) for name, said in values.items()})
        if texts:
            item.values["description"] = texts[0]
        self.items.append(item)
        self._item_depth = 0


def _parts(markup: str) -> str:
    """Return the texts of a value with parts, as `<country>SG</country><price>4 SGD</price>`, with colons between."""
    texts = (piece.rpartition(">")[2].strip() for piece in markup.split("<"))
    return ":".join(unescape(text) for text in texts if text)
