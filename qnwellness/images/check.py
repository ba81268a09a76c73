"""Compares the files of pictures with what the database knows of.

Files are outside transactions: a process that is killed between writing one and committing its row leaves it behind.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import Storage
from django.utils import timezone

from .models import SiteImage, SiteRendition

# What is being written now has no row that others see yet.
AGE = timedelta(hours=1)


def orphans(age: timedelta = AGE) -> Iterator[tuple[Storage, str]]:
    """Yield the files of pictures and their sizes that are older than `age` and that no row has, with their storage."""
    until = timezone.now() - age
    for model in (SiteImage, SiteRendition):
        field = model._meta.get_field("file")
        folder = SiteImage().get_upload_to("x") if model is SiteImage else SiteRendition().get_upload_to("x")
        yield from _orphans(model, field.storage, folder.rpartition("/")[0], until)


def without_file() -> Iterator[SiteImage]:
    """Yield the pictures whose file is gone."""
    for image in SiteImage.objects.order_by("pk").iterator(chunk_size=500):
        if not image.file.storage.exists(image.file.name):
            yield image


def _orphans(model: type, storage: Storage, folder: str, until: datetime) -> Iterator[tuple[Storage, str]]:
    try:
        _folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    known = set(model.objects.values_list("file", flat=True))
    for name in sorted(names):
        path = f"{folder}/{name}"
        if path not in known and _modified(storage, path) < until:
            yield storage, path


def _modified(storage: Storage, path: str) -> datetime:
    try:
        return storage.get_modified_time(path)
    except FileNotFoundError:
        return timezone.now()
