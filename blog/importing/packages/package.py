"""What is handed in, and what comes out of it."""

from dataclasses import dataclass
from pathlib import Path

from blog.importing.packages.shelf import Shelf
from blog.importing.readers.file import SourceFile


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in under another name than it is kept by, as an upload is. `name` may have folders."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Package:
    """A file that may hold articles. `file.name` is what a person calls it ("posts.zip/spring/tea.html"); `source` is
    the key of an article that has none of its own; `folder` has the pictures beside it; `given` is the path that was
    handed in."""

    file: SourceFile
    source: str
    folder: Shelf
    given: Path
