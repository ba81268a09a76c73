"""JSON lines: an article a line, or a bulk result of the shop, in which what belongs to an article follows it on lines
of its own (https://shopify.dev/docs/api/usage/bulk-operations/queries)."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from blog.importing.readers.file import SourceFile
from blog.importing.readers.shopify_stream import Found, Outcome, articles_in
from qnwellness.content.files import Unreadable
from qnwellness.tables.decoding import Decoding
from qnwellness.tables.table import lines_of

# What belongs to articles (SEO, metafields), all together.
_MOST_CHILDREN = 50_000_000
_CHILD = '"__parentId"'
_BLOG = '"gid://shopify/Blog/'


@dataclass(slots=True)
class _Beside:
    """What other lines say: the handles of blogs, and what belongs to an article, by its id."""

    blogs: dict[str, str] = field(default_factory=dict)
    metafields: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    size: int = 0

    def take(self, line: str) -> None:
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            return
        if not isinstance(said, dict):
            return
        parent, name = said.get("__parentId"), str(said.get("id", ""))
        if name.startswith("gid://shopify/Blog/") and isinstance(said.get("handle"), str):
            self.blogs[name] = said["handle"]
        elif isinstance(parent, str) and "key" in said and self.size < _MOST_CHILDREN:
            self.size += len(line)
            self.metafields.setdefault(parent, []).append(said)


def is_lines(file: SourceFile) -> bool:
    """Whether every line of a file is JSON of its own, as far as its first two lines tell."""
    try:
        with file.open() as stream:
            lines = [line.strip() for _number, line in islice(_lines(Decoding(stream)), 2)]
    except (Unreadable, OSError):
        return False
    if len(lines) < 2 or not all(line.startswith("{") for line in lines):
        return False
    first, second = lines
    return _is_object(first) or (first.endswith("}") and _is_object(second))


def articles_in_lines(file: SourceFile, outcome: Outcome) -> Iterator[tuple[int, Found | Unreadable]]:
    """Yield the articles of JSON lines with the number of their line; for a line that is none, what is wrong with it.

    Raises Unreadable where the rest cannot be read, and OSError.
    """
    beside = _beside(file)
    with file.open() as stream:
        for number, line in _lines(Decoding(stream)):
            try:
                for found in articles_in(io.BytesIO(line.encode("utf-8", "replace")), outcome):
                    yield number, _completed(found, beside)
            except Unreadable as problem:
                yield number, problem


def _beside(file: SourceFile) -> _Beside:
    beside = _Beside()
    with file.open() as stream:
        for _number, line in _lines(Decoding(stream)):
            if _CHILD in line[-200:] or _BLOG in line[:200]:
                beside.take(line)
    return beside


def _completed(found: Found, beside: _Beside) -> Found:
    if found.fields is None:
        return found
    fields = dict(found.fields)
    metafields = beside.metafields.get(str(fields.get("id", "")))
    if metafields and "metafields" not in fields:
        fields["metafields"] = metafields
    blog = beside.blogs.get(str(fields.get("__parentId", "")), "")
    return Found(fields, found.blog or blog, found.is_too_large)


def _lines(pieces: Decoding) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines_of(pieces), 1):
        if line.strip():
            yield number, line


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
