"""Pictures that lie beside a catalogue. Nothing is ever fetched."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile

from products.catalogue.document import Picture, Unusable
from qnwellness.images.files import RefusedPicture, check_picture, read_picture
from qnwellness.images.models import SiteImage

_ON_THE_WEB = re.compile(r"(?:[a-z][a-z0-9+.-]+:)?//|data:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture file that can be stored, the digest of its content, and its alternative text."""

    path: Path
    digest: str
    alt: str


def find_picture(picture: Picture, folder: Path) -> FoundPicture:
    """Return the file that a picture names, relative to `folder`. Raises Unusable if it cannot be stored."""
    if _ON_THE_WEB.match(picture.address):
        raise Unusable(f"not fetched, put the picture beside the file instead: {picture.address}")
    path = _inside(folder, picture.address)
    try:
        data = read_picture(path)
        digest = sha256(data).hexdigest()
        if not SiteImage.objects.filter(source_hash=digest).exists():
            check_picture(path.name, data)
    except RefusedPicture as problem:
        raise Unusable(f"the picture {picture.address}: {problem}") from None
    return FoundPicture(path, digest, picture.alt)


def store_picture(picture: FoundPicture, title: str) -> SiteImage:
    """Store a picture under its alternative text, or under `title` if it has none."""
    return SiteImage.objects.create(
        title=(picture.alt or title)[:255],
        description=picture.alt[:255],
        source_hash=picture.digest,
        file=ContentFile(
            picture.path.read_bytes(),
            name=f"{picture.path.stem[:60]}-{picture.digest[:12]}{picture.path.suffix.lower()}",
        ),
    )


def _inside(folder: Path, address: str) -> Path:
    """Return the path of a file below `folder`: a catalogue must not reach the rest of the machine."""
    try:
        root = folder.resolve()
        path = (root / address.replace("\\", "/")).resolve()
        found = path.is_file()
    except (OSError, RuntimeError, ValueError):
        path, found = folder, False
    if not path.is_relative_to(root):
        raise Unusable(f"the picture {address} is not in the catalogue's folder; put it there")
    if not found:
        raise Unusable(f"the picture {address} is not beside the file; put it there and import again")
    return path
