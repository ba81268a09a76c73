"""Pictures that lie beside an imported text."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image, UnidentifiedImageError

from qnwellness.images.models import SiteImage

from . import document as doc


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture file that can be stored."""

    path: Path
    alt: str

    @property
    def content_hash(self) -> str:
        """Return the SHA-256 (hex) of the file."""
        return sha256(self.path.read_bytes()).hexdigest()


def named_pictures(article: doc.ArrangedArticle) -> list[doc.PictureElement | doc.Picture]:
    """Return the pictures an article names, the leading one first."""
    pictures = [block for block in article.blocks if isinstance(block, doc.Picture)]
    return [article.hero, *pictures] if article.hero else list(pictures)


def find_pictures(
    article: doc.ArrangedArticle, folder: Path | None
) -> tuple[dict[str, FoundPicture], list[str]]:
    """Look for an article's pictures in a folder.

    Returns those found by name, and a warning for each that is not there or is no picture.
    """
    found: dict[str, FoundPicture] = {}
    warnings: list[str] = []
    for picture in named_pictures(article):
        # Only the last part of a name is looked up: a text must not reach outside its folder.
        path = folder / Path(picture.name).name if folder else None
        if path is None or not path.is_file():
            warnings.append(
                f"the picture {picture.name} is not beside the text; put it there and import again"
            )
        elif not _is_picture(path):
            warnings.append(f"{picture.name} is no picture that can be read")
        else:
            found[picture.name] = FoundPicture(path, picture.alt)
    return found, warnings


def store(picture: FoundPicture) -> SiteImage:
    """Return the stored picture with this content, storing it if it is new."""
    data = picture.path.read_bytes()
    content_hash = sha256(data).hexdigest()
    known = SiteImage.objects.filter(source_hash=content_hash).first()
    if known:
        return known
    title = picture.path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or picture.path.name
    return SiteImage.objects.create(
        title=title,
        description=picture.alt,
        source_hash=content_hash,
        file=ContentFile(data, name=f"{picture.path.stem}-{content_hash[:12]}{picture.path.suffix.lower()}"),
    )


def _is_picture(path: Path) -> bool:
    try:
        with Image.open(path) as image:
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        return False
    return True
