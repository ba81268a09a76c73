"""Pictures that lie beside a catalogue. Nothing is ever fetched."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

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

    def title(self, product: str) -> str:
        """Return what the picture is called in the library: its alternative text, or its product's name."""
        return self.alt or product


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
