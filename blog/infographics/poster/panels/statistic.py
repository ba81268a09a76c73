"""One big figure with its context."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure as it is written, and what it means."""

    title: str
    figure: str
    context: str = ""
