"""The project's own files, without its tests."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("qnwellness", "blog", "products")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def sources(suffix: str) -> Iterator[Path]:
    """Yield the packages' files with this suffix; tests and migrations are left out."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob(f"*{suffix}")):
            if not {"tests", "migrations"} & set(path.relative_to(ROOT).parts):
                yield path


def name(path: Path) -> str:
    """Return the path as it is written in the project."""
    return path.relative_to(ROOT).as_posix()
