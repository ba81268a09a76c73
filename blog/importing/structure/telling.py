"""Warnings in plain words: where something stands, and what."""

from collections.abc import Iterable

_LONGEST, _MOST = 80, 5


def at(line: int, what: str) -> str:
    """A warning, with the line it is about where the format has lines."""
    return f"Line {line}: {what}" if line else what[:1].upper() + what[1:]


def quoted(text: str) -> str:
    """A few words of the source in quotes."""
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + '…'}”"


def listed(texts: Iterable[str]) -> str:
    """Several of them in a row, and how many more there are."""
    all_texts = list(texts)
    shown = ", ".join(map(quoted, all_texts[:_MOST]))
    more = len(all_texts) - _MOST
    return f"{shown} and {more} more" if more > 0 else shown
