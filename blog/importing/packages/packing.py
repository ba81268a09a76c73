"""From paths to packages."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from blog.importing.document import Rejected
from blog.importing.packages.archives import is_archive
from blog.importing.packages.given import Given, GivenArchive, GivenFile, GivenFolder
from blog.importing.packages.kinds import normal
from blog.importing.packages.limits import BY_COMMAND, Limits
from blog.importing.packages.matching import NextTo, Pictures
from blog.importing.packages.package import Handed, Package
from blog.importing.packages.shelf import PictureFile, Shelves
from qnwellness.content.files import Unreadable

# As long as the key of an import may be.
_LONGEST_KEY = 255


def packages(
    paths: Iterable[Path | Handed], *, limits: Limits = BY_COMMAND, beside: Iterable[Path | Handed] = ()
) -> Iterator[Package | Rejected]:
    """The files that may hold articles, in a fixed order, and why others cannot be read (`Rejected.place` is the name
    of the file). Folders are walked, archives looked into. Raises nothing: a missing file is a Rejected.

    A file in a folder or archive sees the pictures of all of that, one on a disk those around it, and each of them
    all pictures that were handed in with it or are `beside`. Pictures are no articles, unless nothing else is there.
    The key (`source`) of a file is its name, with the folders between what was handed in and the file; where an
    earlier file has that key, the name of the file's own folder comes before it.
    """
    handed = [_given(path, limits) for path in paths]
    others = [_given(path, limits) for path in beside]
    everything = _Everything([one for one in (*handed, *others) if not isinstance(one, Rejected)])
    keys: set[str] = set()
    for one in handed:
        if isinstance(one, Rejected):
            yield one
            continue
        for entry in () if everything.is_picture(one) else one.entries():
            if isinstance(entry, Rejected):
                yield entry
                continue
            path, file = entry
            key = _key(path, one, keys)
            keys.add(key)
            yield Package(file, key, everything.shelf(one, path), one.path)


class _Everything:
    """All that was handed in together."""

    def __init__(self, given: Sequence[Given]) -> None:
        self._given = given
        self._pictures = Pictures(self._listing)

    def shelf(self, one: Given, path: str) -> Shelves:
        """The shelf of a file: its own, and behind it all others."""
        whole = _whole_path(one, path).split("/")
        return Shelves((one.shelf(path), NextTo(self._pictures, tuple(whole[:-1]))))

    def is_picture(self, one: Given) -> bool:
        """Whether this is a picture that is there for something else."""
        return isinstance(one, GivenFile) and bool(one.pictures()) and not self._has_pictures_only

    @cached_property
    def _has_pictures_only(self) -> bool:
        return all(isinstance(one, GivenFile) and one.pictures() for one in self._given)

    def _listing(self) -> dict[str, PictureFile]:
        return {
            _whole_path(one, path): picture for one in self._given for path, picture in one.pictures().items()
        }


def _given(path: Path | Handed, limits: Limits) -> Given | Rejected:
    """What is at a path, ready to be looked into, or why it cannot be."""
    is_upload = isinstance(path, Handed)
    name = normal(path.name if isinstance(path, Handed) else path.name or path.resolve().name).strip("/")
    place = path.path if isinstance(path, Handed) else path
    try:
        if place.is_dir():
            return GivenFolder(place, name)
        if is_archive(place, name):
            return GivenArchive(place, name, limits)
    except Unreadable as problem:
        return Rejected(name, str(problem))
    return GivenFile(place, name, is_upload)


def _whole_path(one: Given, path: str) -> str:
    return path if isinstance(one, GivenFile) else f"{one.name}/{path}"


def _key(path: str, one: Given, known: Collection[str]) -> str:
    """The key of a file, which no other of the same import has."""
    if isinstance(one, GivenFile):
        # A folder that was dropped comes as its files, with its name before theirs.
        path = path.partition("/")[2] or path
    key = _short(path)
    for folder in one.path.resolve().parts[-2::-1] if key in known else ():
        path = f"{normal(folder).strip('/')}/{path}"
        key = _short(path)
        if key not in known:
            break
    count = 2
    while key in known:
        key = _short(f"{path} ({count})")
        count += 1
    return key


def _short(path: str) -> str:
    """A path as it is, or its end with a digest before it if it is longer than a key may be."""
    if len(path) <= _LONGEST_KEY:
        return path
    digest = hashlib.sha256(path.encode()).hexdigest()[:16]
    return f"{digest}…{path[-(_LONGEST_KEY - len(digest) - 1) :]}"
