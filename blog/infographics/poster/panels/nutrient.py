"""What one nutrient does, and where it is found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nutrient:
    """A nutrient with a few points and its food sources."""

    title: str
    points: tuple[str, ...]
    sources_label: str = ""
    sources: str = ""
