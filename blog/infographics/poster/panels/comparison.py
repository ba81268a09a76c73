"""Two or more things compared in a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """Named columns, and rows of as many cells; the first cell names its row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
