"""What to do, one after the other."""

from dataclasses import dataclass

from .titled import Titled


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in their order."""

    title: str
    steps: tuple[Titled, ...]
