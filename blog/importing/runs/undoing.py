"""Undoing an import: the pages it created and nobody has touched since go, and their pictures."""

from typing import Any

from ...models import ImportItem, ImportRun


def undo(run: ImportRun, user: Any = None) -> tuple[list[ImportItem], list[ImportItem]]:
    """Delete what a run created, where nobody has worked on it or refers to it; return what is undone and what is kept.

    Each item kept says in `error` why. What a run updated stays as it is. Raises Busy when an import is at work.
    """
    raise NotImplementedError
