"""What a line of an article looks like, whatever it speaks of."""

import re
from dataclasses import dataclass
from functools import cached_property

from blog.importing.document import HeadingElement, ListElement, Paragraph, TableElement, Text
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.wording import key, without_number
from qnwellness.nutrition.amounts import is_amount_line

_CLOSERS = "\"'”’»)]*"
_ENDS = (".", "!", "?", "…")
# A full stop inside a line ends a sentence unless the word before it is as short as an abbreviation.
_SENTENCE_BREAK = re.compile(r"\w{4}[.!?][\"'”’)]?\s+\S")
_ASKING = """
    what how why when which who whose where can could is are do does did should will would must may has have
"""
_QUESTION = frozenset(_ASKING.split())
_SHORT_CHARS, _SHORT_WORDS = 100, 14
_PROSE_CHARS, _COLON_WORDS = 140, 10
_KEYED_CHARS = 200


@dataclass(frozen=True)
class Line:
    """One element as the rules see it: a list, words, or something no rule looks into (a wall)."""

    item: Item

    @cached_property
    def text(self) -> str:
        return self.item.text if isinstance(self.item, Paragraph | HeadingElement) else ""

    @property
    def number(self) -> int:
        return self.item.line

    @property
    def is_words(self) -> bool:
        return isinstance(self.item, Paragraph | HeadingElement)

    @property
    def is_list(self) -> bool:
        return isinstance(self.item, ListElement)

    @property
    def is_table(self) -> bool:
        return isinstance(self.item, TableElement)

    @property
    def is_known_heading(self) -> bool:
        return isinstance(self.item, HeadingElement)

    @cached_property
    def key(self) -> str:
        return key(self.text) if self.is_words and len(self.text) <= _KEYED_CHARS else ""

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def bare(self) -> str:
        """The text without closing quotes and brackets, so that its last sign is the one that ends it."""
        return self.text.rstrip(_CLOSERS) or self.text

    @cached_property
    def is_brief(self) -> bool:
        """Words on a line short enough for a heading, a label or a list item."""
        return self.is_words and 0 < len(self.text) <= _SHORT_CHARS and self.words <= _SHORT_WORDS

    @cached_property
    def ends_sentence(self) -> bool:
        return self.is_words and not self.is_known_heading and self.bare.endswith(_ENDS)

    @cached_property
    def has_sentences(self) -> bool:
        """Whether one sentence ends and another begins within the line."""
        return _SENTENCE_BREAK.search(self.text) is not None

    @cached_property
    def ends_with_colon(self) -> bool:
        return self.bare.endswith(":")

    @cached_property
    def is_question(self) -> bool:
        """A brief question such as headings ask."""
        first = without_number(self.text).split()[0].strip("“\"'‘").casefold() if self.text else ""
        return self.is_brief and self.bare.endswith("?") and first.partition("'")[0] in _QUESTION

    @cached_property
    def is_titular(self) -> bool:
        """Whether the line could be a title: brief, beginning like one, and no sentence."""
        if self.is_known_heading:
            return True
        if not self.is_brief or not _begins_like_a_title(self.text) or self.has_sentences:
            return False
        if self.bare.endswith((",", ";", "—", "–")):
            return False
        return not self.ends_sentence or self.is_question

    @cached_property
    def is_headline(self) -> bool:
        """Whether the line could be a title in an infographic, where an exclamation is welcome too."""
        called = self.is_brief and self.bare.endswith(("!", "?")) and _begins_like_a_title(self.text)
        return (self.is_titular or (called and not self.has_sentences)) and not self.is_amount

    @cached_property
    def is_amount(self) -> bool:
        return self.is_words and not self.is_known_heading and is_amount_line(self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Words that say something in a sentence, or at such length that they must."""
        if not self.is_words or self.is_known_heading:
            return False
        leads_in = self.ends_with_colon and self.words > _COLON_WORDS
        return (self.ends_sentence and not self.is_question) or leads_in or len(self.text) > _PROSE_CHARS

    @cached_property
    def is_remark(self) -> bool:
        """A sentence whose full stop was left out: several words, mostly small ones."""
        words = self.text.split()
        if not self.is_brief or self.is_known_heading or len(words) < 5:
            return False
        small = sum(1 for word in words[1:] if word[0].islower() or not word[0].isalpha())
        return small * 3 >= (len(words) - 1) * 2


# What stands where a rule must not look further.
WALL = Line(Placed(Text(""), 0))


def _begins_like_a_title(text: str) -> bool:
    start = text.lstrip("“\"'‘([¿¡#")
    if not start or not any(letter.isalnum() for letter in start):
        return False
    return not start[0].islower() or any(letter.isupper() for letter in start.split()[0])
