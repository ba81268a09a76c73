"""Storing picture files: the same content once, and nothing left behind when what it was for fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction

from .models import SiteImage

Store = Callable[..., SiteImage]


@contextmanager
def storing_pictures() -> Iterator[Store]:
    """Yield `store(path, title=..., alt=...)`, inside one transaction with all that follows.

    If anything in it fails, nothing stays in the database, and no file that was stored in it.
    """
    new: list[SiteImage] = []
    try:
        with transaction.atomic():
            yield partial(store_picture, new=new)
    except Exception:
        for image in new:
            image.file.storage.delete(image.file.name)
        raise


def store_picture(path: Path, *, title: str, alt: str, new: list[SiteImage] | None = None) -> SiteImage:
    """Return the stored picture with the content of a file, storing it, and adding it to `new`, if there is none.

    Raises OSError when the file cannot be read or written.
    """
    data = path.read_bytes()
    digest = sha256(data).hexdigest()
    known = SiteImage.objects.filter(source_hash=digest).first()
    if known:
        return known
    image = SiteImage(
        title=title[:255],
        description=alt[:255],
        source_hash=digest,
        file=ContentFile(data, name=f"{path.stem[:60]}-{digest[:12]}{path.suffix.lower()}"),
    )
    if new is not None:
        # Before it is saved: its file is written first, and stays if the database then refuses the rest.
        new.append(image)
    image.save()
    return image
