"""What can be read off a stored body without loading anything: its outline and how long it takes to read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .outline import Heading, Kept, Outline, build_outline

# Adults read non-fiction in English at 238 words a minute on average.
# Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019).
WORDS_A_MINUTE = 238
CONTENTS_ONLY = "contents"
_LEVELS = ("2", "3", "4", "5", "6")

_TAG = re.compile(r"<[^<>]*>")
# A stored citation. Readers see a number in its place. Links do not nest, so that it ends before the next one
# begins; without that, every link that is not closed would be followed to the end of the text.
CITATION = re.compile(r'<a\b(?=[^<>]*\blinktype="source")[^<>]*+>(?:[^<]++|<(?!/?a\b))*+</a>')
# Values that are choices or keys, not words.
_NOT_READ = {"level", "kind", "id", "type", "link", "anchor", "anchor_was", "contents_label"}

Raw = Iterable[Mapping[str, Any]]


def headings(raw: Raw, kept: Iterable[Kept] = (), shown: str = "auto") -> Outline:
    """Return the outline of a stored body with the anchors its article keeps.

    `shown` is the article's setting for its contents list: "auto", "on" or "off".
    """
    return build_outline((heading(item) for item in raw if item["type"] == "heading"), kept, shown)


def words(value: Any) -> int:
    """Return how many words a stored value shows."""
    return sum(len(_TAG.sub(" ", CITATION.sub("", text)).split()) for text in strings(value))


def strings(value: Any) -> Iterator[str]:
    """Yield every text in a stored value, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, child in value.items():
            if name not in _NOT_READ:
                yield from strings(child)
    elif isinstance(value, Iterable):
        for child in value:
            yield from strings(child)


def reading_minutes(raw: Raw) -> int:
    """Return the reading time of a stored body in whole minutes, at least one."""
    return max(1, round(sum(words(item["value"]) for item in raw) / WORDS_A_MINUTE))


def heading(item: Mapping[str, Any]) -> Heading:
    """Return a stored heading block as the outline sees it. What a block lacks has its default."""
    value = item["value"]
    return Heading(
        block_id=str(item.get("id") or ""),
        text=value.get("text") or "",
        level=level_of(value),
        contents_only=value.get("level") == CONTENTS_ONLY,
        contents_label=value.get("contents_label") or "",
        is_listed=value.get("is_listed", True) is not False,
        wish=value.get("anchor") or "",
        wish_over=value.get("anchor_was") or "",
    )


def level_of(value: Mapping[str, Any]) -> int:
    """Return the level of a stored heading; the highest where it has none, or none a form would take."""
    level = str(value.get("level"))
    return int(level) if level in _LEVELS else int(_LEVELS[0])
