"""The pictures of an imported article: found beside it or inside it, held to the rules of an upload, stored once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from wagtail.images.fields import WagtailImageField

from qnwellness.content.files import Unreadable
from qnwellness.images import storing
from qnwellness.images.files import RefusedPicture, check_picture
from qnwellness.images.models import SiteImage

from . import document as doc
from .fetched import fetched_before
from .packages import PictureFile, Shelf

# What a picture may have where the site sets no limit: as much as any file of an import.
_MOST_BYTES = 15_000_000


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture file that can be stored: it, its alternative text in the source, and the SHA-256 (hex) of it.

    `was_fetched` tells one that is here because it was fetched before, not because it came with the article.
    """

    file: PictureFile
    alt: str
    content_hash: str
    was_fetched: bool = False

    @property
    def title(self) -> str:
        """Return the name of the file as words."""
        stem = PurePosixPath(self.file.name).stem
        return stem.replace("-", " ").replace("_", " ").strip().capitalize() or self.file.name

    def read(self) -> bytes:
        """Return the bytes of the file. Raises OSError when they cannot be read any more."""
        try:
            return self.file.data(_most_bytes())
        except Unreadable as problem:
            raise OSError(str(problem)) from None


def named_pictures(article: doc.ArrangedArticle) -> list[doc.PictureElement | doc.Picture]:
    """Return the pictures an article names, the leading one first."""
    pictures = [block for block in article.blocks if isinstance(block, doc.Picture)]
    return [article.hero, *pictures] if article.hero else list(pictures)


def find_pictures(
    article: doc.ArrangedArticle, shelf: Shelf | None
) -> tuple[dict[str, FoundPicture], list[str]]:
    """Look for an article's pictures on the shelf beside it, and among those that were fetched.

    Returns those found by name, and a warning for each that is not there or breaks the rules of an upload.
    """
    found: dict[str, FoundPicture] = {}
    warnings: dict[str, None] = {}
    fetched = fetched_before(picture.address for picture in named_pictures(article))
    for picture in named_pictures(article):
        if picture.name in found:
            continue
        file = shelf.find(picture.name, picture.address) if shelf else None
        if file is None and picture.address in fetched:
            found[picture.name] = _fetched(fetched[picture.address], picture.alt)
            continue
        if file is None:
            warnings[_not_there(picture)] = None
            continue
        try:
            found[picture.name] = _checked(file, picture.alt)
        except RefusedPicture as problem:
            warnings[f"the picture {picture.name}: {problem}"] = None
    return found, list(warnings)


@contextmanager
def stored_pictures(found: Mapping[str, FoundPicture]) -> Iterator[dict[str, int]]:
    """Store an article's pictures and yield their ids by name, inside one transaction with all that follows."""
    with storing.storing_pictures() as store:
        yield {
            name: store(
                storing.PictureFile(picture.file.name, picture.read()), title=picture.title, alt=picture.alt
            ).pk
            for name, picture in found.items()
        }


def _fetched(image: SiteImage, alt: str) -> FoundPicture:
    name = PurePosixPath(image.file.name).name
    file = PictureFile(name, image.get_file_size() or 0, lambda: image.file.storage.open(image.file.name))
    return FoundPicture(file, alt, image.source_hash, was_fetched=True)


def _checked(file: PictureFile, alt: str) -> FoundPicture:
    """Return a file that keeps the rules of an upload. Raises RefusedPicture."""
    if file.size > _most_bytes():
        raise RefusedPicture("The file is too large.")
    try:
        data = file.data(_most_bytes())
    except Unreadable as problem:
        raise RefusedPicture(str(problem)) from None
    digest = sha256(data).hexdigest()
    # One that is stored already was looked at then.
    if not SiteImage.objects.filter(source_hash=digest).exists():
        check_picture(file.name, data)
    return FoundPicture(file, alt, digest)


def _most_bytes() -> int:
    return WagtailImageField().max_upload_size or _MOST_BYTES


def _not_there(picture: doc.PictureElement | doc.Picture) -> str:
    is_elsewhere = picture.address and picture.address != picture.name and picture.address[:5] != "data:"
    at = f" ({picture.address[:300]})" if is_elsewhere else ""
    return f"the picture {picture.name}{at} is not beside the text; put it there and import again"
