"""The pictures that were handed in with a run."""

from pathlib import Path

from ...models import ImportRun


def beside(run: ImportRun) -> Path | None:
    """Return where the articles of a run find their pictures."""
    return None
