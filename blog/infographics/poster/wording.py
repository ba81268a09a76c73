"""The few words a poster says of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """What the drawing writes beside what it is given; {count}, {address} and {unit} stand for what they name.

    English by default; `describing.poster_wording` gives them in the language of an article.
    """

    sources: str = "Sources"
    more: str = "and {count} more"
    more_at: str = "and {count} more at {address}"
    at_least: str = "at least"
    up_to: str = "up to"
    scale_in: str = "Scale in {unit}"
    ours: str = "Our product"


ENGLISH = Wording()
