"""The names of a catalogue, looked for in texts: the longest name first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from .pattern import bare, before_first_word, first_word, pattern

_TOKEN = re.compile(r"\w+")


class NameKind(IntEnum):
    """What a name is to its product. Where two products go by one name, it is that of the lower kind."""

    OWN = 0  # its name as shown
    OTHER = 1
    FORMER = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a product."""

    text: str
    product: int
    kind: NameKind = NameKind.OWN


@dataclass(frozen=True, slots=True)
class Found:
    """Where in a text a product is named, and by which of its names."""

    start: int
    end: int
    name: Name


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words texts are made of, as `first_word` returns that of a name."""
    return frozenset(word.casefold() for text in texts for word in _TOKEN.findall(text))


class Names:
    """Names, ready to be looked for.

    A name that belongs to several products of one kind is nobody's: no text says which is meant.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        by_words: dict[str, list[Name]] = {}
        for name in names:
            if first_word(plain := bare(name.text)):
                by_words.setdefault(plain.casefold(), []).append(name)
        self._by_first: dict[str, list[tuple[str, Name]]] = {}
        for name in filter(None, map(_owner, by_words.values())):
            plain = bare(name.text)
            self._by_first.setdefault(first_word(plain), []).append((plain, name))
        for same in self._by_first.values():
            same.sort(key=lambda one: (-len(one[0]), one[0]))

    def find(self, text: str) -> Iterator[Found]:
        """Yield every name in a text, in order; none of them overlap."""
        end = 0
        for token in _TOKEN.finditer(text) if self._by_first else ():
            candidates = self._by_first.get(token[0].casefold())
            if candidates and (found := _longest(text, token.start(), candidates)) and found.start >= end:
                yield found
                end = found.end


def _longest(text: str, at: int, candidates: Iterable[tuple[str, Name]]) -> Found | None:
    for plain, name in candidates:
        start = at - before_first_word(plain)
        if start >= 0 and (match := pattern(plain).match(text, start)):
            return Found(start, match.end(), name)
    return None


def _owner(names: list[Name]) -> Name | None:
    kind = min(name.kind for name in names)
    of_kind = [name for name in names if name.kind == kind]
    return of_kind[0] if len({name.product for name in of_kind}) == 1 else None
