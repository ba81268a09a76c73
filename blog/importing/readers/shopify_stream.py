"""The articles in JSON of any shape and size, one at a time: whatever stands around them, and however often it is
repeated in one file. An article is never held together with the next one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import ijson

from qnwellness.content.files import MAX_BYTES, Unreadable

DEEPEST = 100
_BODIES = frozenset(("body_html", "bodyHtml", "contentHtml", "body", "content"))
# Between a list of articles and the articles in it.
_CONNECTION = frozenset(("edges", "nodes", "node"))
_OF_A_CONNECTION = _CONNECTION | {"pageInfo", "cursor"}
_ARTICLES = ("article", "articles")
_GID = "gid://shopify/Article/"
# What a value takes beside its characters.
_COST = 64
_MOST_KEYS = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """An article as the file has it, and the handle of the blog it stands in, if that was said before it.

    `fields` is None where something else stands in a list of articles.
    """

    fields: dict[str, Any] | None
    blog: str = ""
    is_too_large: bool = False


@dataclass(slots=True)
class Outcome:
    """What is known when all articles are taken: whether the shop has more of them, what it said went wrong."""

    has_more: bool = False
    error: str = ""


@dataclass(slots=True)
class _Frame:
    """An object or list that is open. `name` is the key it stands under, that of its list for what stands in one."""

    values: dict[str, Any] | list[Any]
    name: str
    key: str = ""
    size: int = 0
    is_too_large: bool = False
    holds_articles: bool = False

    def add(self, value: Any, size: int) -> None:
        """Keep a value, as long as all of them together are no more than an article may be."""
        self.size += size + _COST
        self.is_too_large = self.is_too_large or self.size > MAX_BYTES
        if isinstance(self.values, dict):
            if not self.is_too_large or len(self.values) < _MOST_KEYS:
                # Its keys still tell what this is.
                self.values[self.key] = "" if self.is_too_large else value
        elif not self.is_too_large:
            self.values.append(value)


def articles_in(stream: BinaryIO, outcome: Outcome) -> Iterator[Found]:
    """Yield the articles in a stream of UTF-8, and fill in `outcome`.

    Raises Unreadable when what follows is not valid JSON, and whatever reading the stream raises.
    """
    try:
        yield from _Walk(outcome).through(stream)
    except ijson.JSONError as problem:
        raise Unreadable(_in_words(problem)) from None
    except (ValueError, OverflowError, RecursionError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("There is a number in it that no shop writes.") from None


@dataclass(slots=True)
class _Walk:
    outcome: Outcome
    stack: list[_Frame] = field(default_factory=list)

    def through(self, stream: BinaryIO) -> Iterator[Found]:
        for event, value in ijson.basic_parse(stream, multiple_values=True, use_float=True):
            if event == "map_key":
                self.stack[-1].key = value[:200]
            elif event in ("start_map", "start_array"):
                self._open({} if event == "start_map" else [])
            elif event in ("end_map", "end_array"):
                yield from self._close()
            else:
                yield from self._scalar(value)

    def _open(self, values: dict[str, Any] | list[Any]) -> None:
        if len(self.stack) >= DEEPEST:
            raise Unreadable(f"It is nested more than {DEEPEST} levels deep.")
        name = ""
        if self.stack:
            above = self.stack[-1]
            passes_on = isinstance(above.values, list) or above.key in _CONNECTION
            name = above.name if passes_on else above.key
        self.stack.append(_Frame(values, name))

    def _scalar(self, value: Any) -> Iterator[Found]:
        if not self.stack:
            return
        frame = self.stack[-1]
        if isinstance(frame.values, list) and frame.name == "articles":
            frame.holds_articles = True
            yield Found(None)
        else:
            frame.add(value, len(value) if isinstance(value, str) else 0)

    def _close(self) -> Iterator[Found]:
        frame = self.stack.pop()
        above = self.stack[-1] if self.stack else None
        if isinstance(frame.values, dict):
            self._take_notice(frame.values)
            if self._is_article(frame):
                if above:
                    above.holds_articles = True
                yield Found(frame.values, self._blog(), frame.is_too_large)
                return
        if above and frame.holds_articles:
            above.holds_articles = True
        elif above:
            above.add({} if frame.is_too_large else frame.values, frame.size)

    def _is_article(self, frame: _Frame) -> bool:
        values = frame.values
        if (
            frame.holds_articles
            or not isinstance(values, dict)
            or _looks_like_one(values, frame.name) is False
        ):
            return False
        # What an article names is told with it.
        return not any(_has_body(above) for above in self.stack)

    def _blog(self) -> str:
        for frame in reversed(self.stack):
            if isinstance(frame.values, dict) and frame.key == "articles":
                handle = frame.values.get("handle")
                return handle if isinstance(handle, str) else ""
        return ""

    def _take_notice(self, values: dict[str, Any]) -> None:
        page = values.get("pageInfo")
        if isinstance(page, dict) and "hasNextPage" in page:
            self.outcome.has_more = page["hasNextPage"] is True
        errors = values.get("errors")
        if isinstance(errors, list) and errors and isinstance(errors[0], dict):
            self.outcome.error = str(errors[0].get("message", ""))[:300]
        elif isinstance(errors, str) and not self.stack:
            self.outcome.error = errors[:300]


def _looks_like_one(values: dict[str, Any], name: str) -> bool:
    if name in _ARTICLES and not values.keys() & _OF_A_CONNECTION:
        return True
    if str(values.get("id", "")).startswith(_GID):
        return "__parentId" not in values or "title" in values
    has_name = isinstance(values.get("title"), str) or isinstance(values.get("handle"), str)
    return has_name and any(isinstance(values.get(key), str) for key in _BODIES)


def _has_body(frame: _Frame) -> bool:
    values = frame.values
    return isinstance(values, dict) and "title" in values and not _BODIES.isdisjoint(values)


def _in_words(problem: Exception) -> str:
    said = problem.args[0] if problem.args else ""
    said = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    first = said.strip().partition("\n")[0].strip()
    if "EOF" in first or "ncomplete" in first:
        return "The text ends in the middle; perhaps it was cut off when it was copied."
    return (
        f"This is not valid JSON: {first.removeprefix('lexical error: ').removeprefix('parse error: ')[:120]}"
    )
