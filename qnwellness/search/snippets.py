"""The words asked for, in their place: the part of a text around them, with each of them marked. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qnwellness.content.words import Word, words_in

# What two or three lines of a result hold.
LENGTH = 220
# So many signs of what comes before the first marked word.
RUN_UP = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, marked or not. It is plain text: a template escapes it."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a text as pieces. `number` tells which of the texts it comes from, `terms` which words brought it."""

    pieces: tuple[Piece, ...]
    number: int = 0
    terms: frozenset[str] = frozenset()


def marked(text: str, terms: Collection[str]) -> tuple[Piece, ...]:
    """Return a whole text as pieces, the words asked for marked."""
    return tuple(_pieces(text, 0, len(text), _hits(text, terms)))


def best_snippet(texts: Sequence[str], terms: Collection[str]) -> Snippet | None:
    """Return the part of one of the texts that holds most of the words asked for, or None where none of them stands.

    More different words count before more occurrences, and the earlier text before the later one.
    """
    best: tuple[tuple[int, int], int, list[Word]] | None = None
    for number, text in enumerate(texts):
        hits = _hits(text, terms)
        group = max(_groups(hits), key=_value, default=None)
        if group and (best is None or _value(group) > best[0]):
            best = (_value(group), number, group)
    return _around(texts[best[1]], best[1], best[2], terms) if best else None


def opening(text: str, terms: Collection[str]) -> Snippet:
    """Return the beginning of a text."""
    return Snippet(tuple(_cut(text, 0, _hits(text, terms))))


def _hits(text: str, terms: Collection[str]) -> list[Word]:
    wanted = set(terms)
    return [word for word in words_in(text) if word.term in wanted]


def _groups(hits: Sequence[Word]) -> Iterable[list[Word]]:
    """Yield the marked words that fit into one snippet, beginning with each of them in turn."""
    end = 0
    for start, first in enumerate(hits):
        end = max(end, start)
        while end < len(hits) and hits[end].end - first.start <= LENGTH - RUN_UP:
            end += 1
        yield list(hits[start : max(end, start + 1)])


def _value(group: Sequence[Word]) -> tuple[int, int]:
    return len({word.term for word in group}), len(group)


def _around(text: str, number: int, group: Sequence[Word], terms: Collection[str]) -> Snippet:
    """Return the snippet that holds a group of marked words, begun at a sentence, a part or a word before them."""
    first = group[0].start
    reach = max(0, first - RUN_UP)
    sentence = max(
        (text.rfind(stop, reach, first) + len(stop) for stop in (". ", "? ", "! ", " · ")), default=0
    )
    start = 0 if first <= RUN_UP else sentence if sentence > reach else _next_word(text, reach, first)
    pieces = tuple(_cut(text, start, _hits(text, terms)))
    return Snippet(pieces, number, frozenset(word.term for word in group))


def _next_word(text: str, start: int, limit: int) -> int:
    space = text.find(" ", start, limit)
    return space + 1 if space != -1 else start


def _cut(text: str, start: int, hits: Sequence[Word]) -> Iterable[Piece]:
    """Yield a snippet's pieces from `start` on, with “…” where the text goes on before or after it."""
    end = min(len(text), start + LENGTH)
    if end < len(text):
        space = text.rfind(" ", start + LENGTH // 2, end)
        end = space if space != -1 else end
        # A marked word is never cut in two.
        end = max([end, *(word.end for word in hits if word.start < end < word.end)])
    if start:
        yield Piece("…")
    yield from _pieces(text, start, end, hits)
    if end < len(text):
        yield Piece("…")


def _pieces(text: str, start: int, end: int, hits: Iterable[Word]) -> Iterable[Piece]:
    spans = _merged(
        text, [(word.start, word.end) for word in hits if start <= word.start and word.end <= end]
    )
    edges = [start, *(edge for span in spans for edge in span), end]
    for number, (left, right) in enumerate(pairwise(edges)):
        if left < right:
            yield Piece(text[left:right], is_marked=number % 2 == 1)


def _merged(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap or have nothing but a space between them, so that a name is marked as one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and (start <= merged[-1][1] or text[merged[-1][1] : start] == " "):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
