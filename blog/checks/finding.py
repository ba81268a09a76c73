"""What a check has found. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Level(StrEnum):
    """How much a finding matters, most first."""

    MUST = "must"  # wrong or broken for readers
    SHOULD = "should"  # readers would be served better
    KNOW = "know"  # worth a thought


class Offer(StrEnum):
    """What can be done about a finding elsewhere than in the form: on the screen of the article's facts.

    Names are linked in the panel of products.
    """

    NONE = ""
    USE_FACT = "use_fact"
    MAKE_FACT = "make_fact"
    SEE_FACTS = "see_facts"
    LINK_NAMES = "link_names"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the words it is about, and the way to them.

    `place` is the way through the form: the name of a field, then ids of blocks and names of their fields, joined
    by dots ("body.3f….text"). `subject` tells apart findings of one rule about the same words.
    """

    rule: str
    level: Level
    message: str
    place: str
    quote: str = ""
    subject: str = ""
    offer: Offer = Offer.NONE

    @property
    def fingerprint(self) -> str:
        """Return a digest that stays the same for as long as the words do, wherever they stand."""
        words = " ".join(self.quote.split())
        return sha256("\0".join((self.rule, words, self.subject)).encode()).hexdigest()

    @property
    def can_be_dismissed(self) -> bool:
        """Tell whether an editor may set it aside: not what is broken for readers."""
        return self.level != Level.MUST
