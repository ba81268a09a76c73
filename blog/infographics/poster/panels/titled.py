"""A title with a sentence: what several panels list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Titled:
    """A short title and its text, which may be empty."""

    title: str
    text: str = ""
