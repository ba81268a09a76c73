"""What it is good for."""

from dataclasses import dataclass

from .titled import Titled


@dataclass(frozen=True, slots=True)
class Benefits:
    """A few benefits side by side."""

    title: str
    benefits: tuple[Titled, ...]
