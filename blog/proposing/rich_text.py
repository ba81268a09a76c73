"""Puts facts and mentions of products into stored rich text, as the editor would.

The text is opened the way the editor opens it, gets its links there, and is stored the way the editor stores it: so
that markup inside and around the words nests as it should, and opening and saving it afterwards changes nothing.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from qnwellness.content.references import unresolved

from ..evidence.figures import figures_in
from ..rich_text.citation.contentstate import ENTITY as CITATION
from ..rich_text.fact.contentstate import ENTITY

# Words that are not typed as text: readers see a number in place of a citation, and the figure of a fact.
_NOT_TYPED = (CITATION, ENTITY)
# Stands for each of their characters: no text holds it (U+FFFB ends an interlinear annotation).
_NO_WORDS = "\ufffb"
_BLOCK_KEY = re.compile(r'(<\w+) data-block-key="[^"]*"')


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in an open text: the paragraph by its number, and where in it they begin and end."""

    paragraph: int
    start: int
    end: int
    is_linked: bool


class OpenText:
    """Stored rich text with an editor's features, opened."""

    def __init__(self, html: str, features: list[str]) -> None:
        self._converter = ContentstateConverter(features)
        self._has_keys = "data-block-key" in html
        with unresolved():
            self._state: dict[str, Any] = json.loads(self._converter.from_database_format(html))

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of each paragraph."""
        return tuple(block["text"] for block in self._state["blocks"])

    def find(self, words: str) -> list[Spot]:
        """Return every spot where a figure is typed in these words, whatever spaces are between them."""
        wanted = " ".join(words.split())
        return [
            Spot(number, found.start, found.end, bool(self._entities(block, found.start, found.end)))
            for number, block in enumerate(self._state["blocks"])
            for found in figures_in(self._typed(block))
            if " ".join(found.words.split()) == wanted
        ]

    def put(self, spot: Spot, fact: int) -> None:
        """Make the words of a spot that is not linked a use of the fact with this id."""
        self.link(spot.paragraph, spot.start, spot.end, ENTITY, {"id": fact})

    @property
    def typed(self) -> tuple[str, ...]:
        """Return the words of each paragraph as readers see them typed: without those of citations and facts."""
        return tuple(self._typed(block) for block in self._state["blocks"])

    def is_free(self, paragraph: int, start: int, end: int) -> bool:
        """Tell whether no link shares a character with a range of a paragraph."""
        return not self._entities(self._state["blocks"][paragraph], start, end)

    def link(self, paragraph: int, start: int, end: int, kind: str, data: dict[str, Any]) -> None:
        """Make a range of a paragraph a link of a kind of the editor. Raises ValueError for one in a link."""
        if not self.is_free(paragraph, start, end):
            raise ValueError("a link cannot stand in a link")
        block = self._state["blocks"][paragraph]
        key = 1 + max(map(int, self._state["entityMap"]), default=-1)
        self._state["entityMap"][str(key)] = {
            "mutability": "IMMUTABLE",
            "type": kind,
            "data": data,
        }
        ranges = [
            *block["entityRanges"],
            {"key": key, "offset": start, "length": end - start},
        ]
        block["entityRanges"] = sorted(ranges, key=lambda one: one["offset"])

    def stored(self) -> str:
        """Return the text as the editor stores it; without keys of paragraphs if it had none."""
        html = self._converter.to_database_format(json.dumps(self._state))
        with unresolved():
            # Spaces at the edges of nested elements find their place the second time only.
            html = self._converter.to_database_format(self._converter.from_database_format(html))
        return html if self._has_keys else _BLOCK_KEY.sub(r"\1", html)

    def _typed(self, block: dict[str, Any]) -> str:
        """Return the words of a paragraph, without those of citations and facts; every character in its place."""
        text: str = block["text"]
        for one in block["entityRanges"]:
            if self._state["entityMap"][str(one["key"])]["type"] in _NOT_TYPED:
                end = one["offset"] + one["length"]
                text = text[: one["offset"]] + _NO_WORDS * one["length"] + text[end:]
        return text

    def _entities(self, block: dict[str, Any], start: int, end: int) -> set[str]:
        """Return the kinds of link that share a character with a range."""
        return {
            self._state["entityMap"][str(one["key"])]["type"]
            for one in block["entityRanges"]
            if one["offset"] < end and start < one["offset"] + one["length"]
        }
