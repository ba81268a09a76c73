"""What nutrients do together."""

from dataclasses import dataclass

from .titled import Titled


@dataclass(frozen=True, slots=True)
class Synergy:
    """Point plus point."""

    title: str
    points: tuple[Titled, ...]
