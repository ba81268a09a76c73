"""Folders: their files by path, never through a link that leads out of them."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from blog.importing.document import Rejected
from blog.importing.packages.kinds import Kind, is_junk, kind_of, normal
from blog.importing.packages.matching import NextTo, Pictures, inside, relative
from blog.importing.packages.shelf import PictureFile

# Where people put the pictures of the text beside it.
_USUAL_NAMES = "images image img imgs pictures photos media assets static uploads files figures bilder"
_USUAL = frozenset(_USUAL_NAMES.split())


def files_in(folder: Path, shown: str) -> Iterator[tuple[str, Path | Rejected]]:
    """The files of a folder and those in it by their paths there, and why some cannot be read; `shown` is what the
    folder is called."""
    problems: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=problems.append):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not is_junk(name))
        for name in [name for name in folders if (here / name).is_symlink()]:
            inner = _path(folder, here / name)
            yield inner, Rejected(f"{shown}/{inner}", "It is a link to another folder; import that one.")
        for name in sorted(names):
            path = here / name
            inner = _path(folder, path)
            if path.is_symlink() and not _is_within(path, folder):
                yield inner, Rejected(f"{shown}/{inner}", "It is a link to a file outside of the folder.")
            elif path.is_file():
                yield inner, path
    for problem in problems:
        name = normal(str(problem.filename))
        yield name, Rejected(name, f"The folder cannot be opened: {problem.strerror}.")


def picture_file(path: Path, name: str = "") -> PictureFile:
    """A picture on a disk, under its name or another one."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return PictureFile(name or normal(path.name), size, lambda: path.open("rb"))


def pictures_in(folder: Path) -> Mapping[str, PictureFile]:
    """All pictures in a folder and those in it, by their paths there."""
    return {
        name: picture_file(path)
        for name, path in files_in(folder, "")
        if isinstance(path, Path) and kind_of(path.name) is Kind.PICTURE
    }


class Around:
    """A shelf: the pictures a single file on a disk may mean. They are in its own folder, in one that is saved with it
    or that is called as folders of pictures are, or exactly where the text says within its folder."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self._stem = normal(path.stem).casefold()
        self._near = NextTo(Pictures(self._listing))

    def find(self, name: str, address: str = "") -> PictureFile | None:
        """As `Shelf.find`."""
        return self._exactly(address) or self._near.find(name, address)

    def _exactly(self, address: str) -> PictureFile | None:
        way = relative(address)
        parts = inside((), way) if way and not way.startswith("/") else None
        if parts is None or kind_of(parts[-1]) is not Kind.PICTURE:
            return None
        path = self._folder.joinpath(*parts)
        try:
            return picture_file(path) if path.is_file() and _is_within(path, self._folder) else None
        except (OSError, ValueError):
            # A name that no file could have.
            return None

    def _listing(self) -> Mapping[str, PictureFile]:
        found: dict[str, PictureFile] = {}
        for entry in _entries(self._folder):
            if entry.is_dir(follow_symlinks=False):
                if self._is_near(entry.name):
                    inner = pictures_in(Path(entry.path))
                    found |= {f"{entry.name}/{name}": picture for name, picture in inner.items()}
            elif kind_of(entry.name) is Kind.PICTURE and _is_within(Path(entry.path), self._folder):
                found[entry.name] = picture_file(Path(entry.path))
        return found

    def _is_near(self, folder: str) -> bool:
        name = normal(folder).casefold()
        return name in _USUAL or (bool(self._stem) and name.startswith(self._stem))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []


def _is_within(path: Path, folder: Path) -> bool:
    """Whether a file is where it seems to be, whatever links lead to it."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _path(folder: Path, path: Path) -> str:
    return normal(path.relative_to(folder).as_posix())
