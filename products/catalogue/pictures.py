"""Pictures that lie beside a catalogue. Nothing is ever fetched."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from products.catalogue.document import CatalogueProduct, Picture, Unusable
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


def wanted_pictures(
    product: CatalogueProduct, folder: Path | None, warnings: list[str]
) -> list[FoundPicture]:
    """Return the pictures a catalogue names for a product, each once; what cannot be stored is added to `warnings`.

    Without a folder there are none: a file that was uploaded or fetched has nothing beside it.
    """
    found: dict[str, FoundPicture] = {}
    for picture in product.pictures if folder else ():
        try:
            file = find_picture(picture, folder)
        except Unusable as problem:
            warnings.append(f"{picture.place}: {problem}")
        else:
            found.setdefault(file.digest, file)
    warnings += _kept_texts(found)
    return list(found.values())


def _kept_texts(found: Mapping[str, FoundPicture]) -> Iterator[str]:
    """Yield a line for each stored picture that is described in other words here."""
    for image in SiteImage.objects.filter(source_hash__in=found) if found else ():
        alt = found[image.source_hash].alt
        if alt and image.description != alt[:255]:
            yield f"the picture {found[image.source_hash].path.name} keeps the description it has here"


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
