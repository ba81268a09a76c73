"""Pictures that lie beside an imported text."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from qnwellness.images.files import RefusedPicture, check_picture, read_picture
from qnwellness.images.storing import storing_pictures

from . import document as doc


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture file that can be stored."""

    path: Path
    alt: str

    @property
    def title(self) -> str:
        """Return the name of the file as words."""
        return self.path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or self.path.name

    @property
    def content_hash(self) -> str:
        """Return the SHA-256 (hex) of the file."""
        return sha256(self.path.read_bytes()).hexdigest()


# Where the pictures of an article may lie.
Beside = Path | None


def named_pictures(article: doc.ArrangedArticle) -> list[doc.PictureElement | doc.Picture]:
    """Return the pictures an article names, the leading one first."""
    pictures = [block for block in article.blocks if isinstance(block, doc.Picture)]
    return [article.hero, *pictures] if article.hero else list(pictures)


def find_pictures(
    article: doc.ArrangedArticle, folder: Path | None
) -> tuple[dict[str, FoundPicture], list[str]]:
    """Look for an article's pictures in a folder.

    Returns those found by name, and a warning for each that is not there or breaks the rules of an upload.
    """
    found: dict[str, FoundPicture] = {}
    warnings: list[str] = []
    for picture in named_pictures(article):
        path = _beside(folder, picture.name)
        if path is None:
            warnings.append(
                f"the picture {picture.name} is not beside the text; put it there and import again"
            )
            continue
        try:
            check_picture(path.name, read_picture(path))
        except RefusedPicture as problem:
            warnings.append(f"the picture {picture.name}: {problem}")
        else:
            found[picture.name] = FoundPicture(path, picture.alt)
    return found, warnings


@contextmanager
def stored_pictures(found: Mapping[str, FoundPicture]) -> Iterator[dict[str, int]]:
    """Store an article's pictures and yield their ids by name, inside one transaction with all that follows."""
    with storing_pictures() as store:
        yield {
            name: store(picture.path, title=picture.title, alt=picture.alt).pk
            for name, picture in found.items()
        }


def _beside(folder: Path | None, name: str) -> Path | None:
    """Return the file of this name, or None. Only the last part counts: a text must not reach outside its folder."""
    path = folder / Path(name).name if folder else None
    try:
        return path if path and path.is_file() else None
    except OSError:
        # A name that no file could have.
        return None


def remember_missing(record: Any, plan: Any) -> None:
    """Keep the pictures an article names that are not here."""
