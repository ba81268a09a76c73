"""Static files that are made from others. They lie below DATA_DIR, where the server may write."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage


class MadeFilesFinder(BaseFinder):
    """Finds files of one folder and one kind that are made when they are asked for."""

    folder: str
    suffix: str

    @abstractmethod
    def names(self) -> Iterable[str]:
        """Return the names of all files, without folder and suffix."""

    @abstractmethod
    def make(self, name: str) -> Path:
        """Return the file of this name, made anew where it has to be."""

    def check(self, **kwargs: object) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:
        folder, _, file_name = path.rpartition("/")
        name = file_name.removesuffix(self.suffix)
        if folder != self.folder or name == file_name or name not in self.names():
            # Empty also where one file is asked for: Django would take None for a match.
            return []
        made = str(self.make(name))
        return [made] if find_all else made

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in self.names():
            self.make(name)
            yield f"{self.folder}/{name}{self.suffix}", storage()


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
