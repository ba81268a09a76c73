"""How a product's name may be written: marks such as ™ optional, whole words only."""

import re
from collections.abc import Sequence
from functools import lru_cache

from qnwellness.nutrition.naming import named_in

_SPACE = r"(?:[\s\u00a0\u202f]{1,3}|[\u2010\u2011-])"
_MARK = r"(?:[\s\u00a0]?[™®]|[\s\u00a0]?\((?:TM|R)\))"
_WRITTEN_MARKS = re.compile(rf"{_MARK}|[™®]", re.IGNORECASE)
_HYPHEN = re.compile(r"(?:\\-|\u2010|\u2011)")
_WORD = re.compile(r"\w+")


def bare(name: str) -> str:
    """Return a name without its marks, with one space between its words."""
    return " ".join(_WRITTEN_MARKS.sub(" ", name).split())


def first_word(name: str) -> str:
    """Return the first word of a name as texts are searched for it, or "" for a name without letters and digits."""
    found = _WORD.search(name)
    return found[0].casefold() if found else ""


def before_first_word(name: str) -> int:
    """Return how many characters stand before the first word of a bare name."""
    found = _WORD.search(name)
    return found.start() if found else 0


def is_same_name(words: str, name: str) -> bool:
    """Tell whether words are a name, whatever marks, spaces and capitals they have."""
    return bare(words).casefold() == bare(name).casefold()


@lru_cache(maxsize=4096)
def pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a bare name, to be matched at the place where it may begin.

    It is written in its own capitals or all in capitals, or in any case before a mark: "bone essential" in running
    text is no product. A name that is that of a substance ("Magnesium") is one only with its mark. Longer words and
    words joined by a hyphen are others: "Bone Essentials", "Bone Essential-like"; "Bone Essential's" is the product.
    """
    words = name.split(" ")
    as_shown = _spaced(words)
    marked = rf"(?i:{as_shown}){_MARK}"
    shouted = _spaced([word.upper() for word in words])
    unmarked = "" if _is_substance(name) else rf"(?:{as_shown}|{shouted}){_MARK}?|"
    ends = r"\w|[\u2010\u2011-]\w"
    return re.compile(rf"(?<![\w&#])(?<!\w[\u2010\u2011-])(?:{unmarked}{marked})(?!(?:{_MARK})?(?:{ends}))")


def _spaced(words: Sequence[str]) -> str:
    return f"{_MARK}?{_SPACE}".join(_HYPHEN.sub("[\u2010\u2011-]", re.escape(word)) for word in words)


def _is_substance(name: str) -> bool:
    return any((named.start, named.end) == (0, len(name)) for named in named_in(name))
