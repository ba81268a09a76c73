"""Static files that are made from others lie below DATA_DIR, where the server may write."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.files.storage import FileSystemStorage


def storage() -> FileSystemStorage:
    """Return the storage of the made files, for Django's finders."""
    return FileSystemStorage(location=_folder())


def write(path: str, text: str) -> Path:
    """Return the made file at a static path, written anew only when its text differs."""
    target = _folder() / path
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Replaced in one step: another worker may be reading the old file.
        with NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8") as scratch:
            scratch.write(text)
        Path(scratch.name).chmod(0o644)
        Path(scratch.name).replace(target)
    return target


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "made"
