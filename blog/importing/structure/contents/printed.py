"""Recognising a printed contents list: its title, and the list or the short lines under it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from blog.importing.document import ListElement, plain_text
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import key, number_of, without_number

_TITLES = frozenset(
    (
        "table of contents",
        "table of content",
        "contents",
        "article contents",
        "page contents",
        "on this page",
        "in this article",
        "in this guide",
        "in this post",
        "jump to",
        "jump to section",
        "jump to a section",
        "quick navigation",
        "toc",
    )
)
# These also stand over lists that are no contents list, so at least half of the entries must lead somewhere.
_POSSIBLE_TITLES = frozenset(
    (
        "what's inside",
        "whats inside",
        "what is inside",
        "inside this article",
        "inside this guide",
        "what you'll find",
        "what you'll find here",
        "what you'll learn",
        "what you will learn",
        "what we cover",
        "what we'll cover",
        "what this article covers",
        "in this article we cover",
        "quick links",
        "sections",
        "navigation",
    )
)
_FEWEST, _MOST = 2, 100
_HREF = re.compile(r'<a href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `fragment` (without "#") where it is a link."""

    text: str
    key: str
    depth: int
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed list: the index of its title, the index after its last line, and its entries."""

    start: int
    end: int
    title: str
    entries: tuple[Entry, ...]


def find_printed(lines: Sequence[Line]) -> Printed | None:
    """The first printed contents list among the lines, or None."""
    counts = Counter(line.key for line in lines if line.key)
    for index, line in enumerate(lines[:-1]):
        known = line.key in _TITLES
        if not line.is_brief or not may_stand_over(line) or leads_elsewhere(lines[index + 1]):
            continue
        end, texts = _under(lines, index + 1, counts)
        if not _FEWEST <= len(texts) <= _MOST:
            continue
        entries = _entries(texts)
        leading_somewhere = sum(1 for entry in entries if counts[entry.key])
        if known or leading_somewhere * 2 >= len(entries):
            return Printed(index, end, line.text, entries)
    return None


def may_stand_over(line: Line) -> bool:
    """Whether a line has the words that stand over contents lists."""
    return line.key in _TITLES or line.key in _POSSIBLE_TITLES


def stands_over(title: str) -> bool:
    """Whether words stand over contents lists and nothing else."""
    return key(title) in _TITLES


def leads_elsewhere(line: Line) -> bool:
    """Whether a list is one of links to other pages."""
    if not isinstance(line.item, ListElement):
        return False
    away = sum(1 for html in line.item.items if any(not href.startswith("#") for href in _HREF.findall(html)))
    return away * 2 > len(line.item.items)


def _under(lines: Sequence[Line], start: int, counts: Counter[str]) -> tuple[int, list[tuple[str, int]]]:
    """The entries under a title with their depths, and the index after them."""
    if not lines[start].is_list:
        return _short_lines(lines, start, counts)
    texts: list[tuple[str, int]] = []
    end = start
    while end < len(lines) and len(texts) <= _MOST:
        item = lines[end].item
        if isinstance(item, ListElement):
            depths = item.depths or (0,) * len(item.items)
            texts += zip(map(plain_text, item.items), depths, strict=True)
        elif number_of(lines[end].text) and lines[end].is_titular and counts[lines[end].key] > 1:
            texts.append((lines[end].text, 0))
        else:
            break
        end += 1
    return end, texts


def _short_lines(
    lines: Sequence[Line], start: int, counts: Counter[str]
) -> tuple[int, list[tuple[str, int]]]:
    """Entries on lines of their own, as far as one leads somewhere: the same words must come again below."""
    seen: set[str] = set()
    end = start
    for index in range(start, min(len(lines), start + _MOST)):
        line = lines[index]
        if not line.is_titular or line.key in seen:
            break
        seen.add(line.key)
        adjacent = end == index and index > start and line.number == lines[index - 1].number + 1
        if counts[line.key] > 1 or adjacent:
            end = index + 1
    return end, [(line.text, 0) for line in lines[start:end]]


def _entries(texts: Sequence[tuple[str, int]]) -> tuple[Entry, ...]:
    depths = [max(depth, len(number_of(text)) - 1, 0) for text, depth in texts]
    least = min(depths)
    return tuple(
        Entry(without_number(_without_page(text)), key(_without_page(text)), depth - least)
        for (text, _), depth in zip(texts, depths, strict=True)
    )


def _without_page(text: str) -> str:
    """An entry without the dots and the page number of a printed book."""
    words = text.rstrip("0123456789 ")
    return words.rstrip(".… ") if words.endswith(("..", "…", ". .")) else text
