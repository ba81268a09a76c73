"""What to do and what to leave."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checklist:
    """Two lists with a name each; one of them may be empty."""

    title: str
    do_label: str
    do: tuple[str, ...]
    avoid_label: str
    avoid: tuple[str, ...]
