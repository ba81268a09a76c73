"""Storing picture files: the same content once, and nothing left behind when what it was for fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from django.core.files.base import ContentFile
from django.db import transaction

from .models import SiteImage

Store = Callable[..., SiteImage]
_outer: ContextVar[list[SiteImage] | None] = ContextVar("pictures_stored_around", default=None)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that is at hand as bytes: the name its file would have, and its content."""

    name: str
    data: bytes


@contextmanager
def storing_pictures() -> Iterator[Store]:
    """Yield `store(path or PictureFile, title=..., alt=...)`, inside one transaction with all that follows.

    If anything in it fails, nothing stays in the database, and no file that was stored in it, nor in another
    `storing_pictures` inside of it.
    """
    new: list[SiteImage] = []
    outer = _outer.get()
    token = _outer.set(new)
    try:
        with transaction.atomic():
            yield partial(store_picture, new=new)
    except Exception:
        for image in new:
            image.file.storage.delete(image.file.name)
        raise
    finally:
        _outer.reset(token)
    if outer is not None:
        outer += new


def store_picture(
    picture: Path | PictureFile, *, title: str, alt: str, new: list[SiteImage] | None = None
) -> SiteImage:
    """Return the stored picture with the content of a file, storing it, and adding it to `new`, if there is none.

    Raises OSError when the file cannot be read or written.
    """
    file = picture if isinstance(picture, PictureFile) else PictureFile(picture.name, picture.read_bytes())
    digest = sha256(file.data).hexdigest()
    known = SiteImage.objects.filter(source_hash=digest).first()
    if known:
        return known
    name = PurePosixPath(file.name)
    image = SiteImage(
        title=title[:255],
        description=alt[:255],
        source_hash=digest,
        file=ContentFile(file.data, name=f"{name.stem[:60]}-{digest[:12]}{name.suffix.lower()}"),
    )
    _take_over(image)
    if new is not None:
        # Before it is saved: its file is written first, and stays if the database then refuses the rest.
        new.append(image)
    image.save()
    return image


def _take_over(image: SiteImage) -> None:
    """Make way where a process that was killed has left this very file: its name says what is in it."""
    path = image.file.field.generate_filename(image, image.file.name)
    storage = image.file.storage
    if storage.exists(path) and not SiteImage.objects.filter(file=path).exists():
        storage.delete(path)
