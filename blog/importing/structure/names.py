"""Finding product names in words: the longest name first, whole words only, marks such as ™ optional."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from blog.importing.document import ProductName

_SPACE = r"(?:[\s\u00a0\u202f]|&nbsp;|&#160;){1,3}"
_MARK = r"(?:\s?(?:[™®]|&(?:amp;)?(?:trade|reg);|\((?:TM|R)\)))"
_WRITTEN_MARKS = re.compile(_MARK, re.IGNORECASE)
_UNKNOWN = re.compile(
    r"(?<![\w'’-])((?:[A-Z0-9][\w'’&+-]{0,30}[ \u00a0]){0,4}[A-Z0-9][\w'’&+-]{0,40})\s?(?:™|®|\(TM\)|\(R\))"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A product name in a text: where it stands, whose it is, and whether it is the name as shown."""

    start: int
    end: int
    handle: str
    own: bool


class Names:
    """The names of a catalogue, ready to be looked for in texts."""

    def __init__(self, names: Sequence[ProductName]) -> None:
        spelled = {
            bare: name for name in sorted(names, key=lambda name: name.own) if (bare := _bare(name.name))
        }
        longest_first = sorted(spelled, key=lambda bare: (-len(bare), bare))
        self._names = [spelled[bare] for bare in longest_first]
        alternatives = [f"(?P<n{number}>{_pattern(bare)})" for number, bare in enumerate(longest_first)]
        whole = "|".join(alternatives) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w&#-])(?:{whole})(?!\w)")

    def find(self, text: str) -> Iterator[Found]:
        """Every product name in a text or an HTML fragment without tags, in order."""
        for match in self._pattern.finditer(text):
            name = self._names[int((match.lastgroup or "n0")[1:])]
            yield Found(match.start(), match.end(), name.handle, name.own)

    def unknown(self, text: str) -> Iterator[str]:
        """Every capitalised phrase with ™ or ® that is no name of the catalogue."""
        if "™" not in text and "®" not in text and "(TM)" not in text and "(R)" not in text:
            return
        remaining = self._pattern.sub(lambda match: " . " + " " * len(match.group()), text)
        for match in _UNKNOWN.finditer(remaining):
            yield " ".join(match.group().split())


@lru_cache(maxsize=8)
def names_of(names: tuple[ProductName, ...]) -> Names:
    """The prepared form of a catalogue's names."""
    return Names(names)


def _bare(name: str) -> str:
    return " ".join(_WRITTEN_MARKS.sub(" ", name).split())


def _pattern(bare: str) -> str:
    """A name as it may be written: in its own capitals or all in capitals, or in any case before a mark."""
    words = bare.split(" ")
    as_shown = _spaced(words)
    shouted = _spaced([word.upper() for word in words])
    return rf"(?:{as_shown}|{shouted}){_MARK}?|(?i:{as_shown}){_MARK}"


def _spaced(words: Sequence[str]) -> str:
    return f"{_MARK}?{_SPACE}".join(re.escape(word).replace("&", "&(?:amp;)?") for word in words)
