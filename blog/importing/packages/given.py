"""What was handed in: a file, a folder or an archive, each with its files and its pictures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from blog.importing.document import Rejected
from blog.importing.packages.archives import members_of
from blog.importing.packages.folders import Around, files_in, picture_file, pictures_in
from blog.importing.packages.kinds import Kind, is_junk, is_saved_with, kind_of
from blog.importing.packages.limits import Limits
from blog.importing.packages.matching import NextTo, Pictures
from blog.importing.packages.member import Member
from blog.importing.packages.shelf import PictureFile, Shelf, Shelves
from blog.importing.readers.file import SourceFile, file_of
from qnwellness.content.files import Unreadable

_REASONS = {
    Kind.ARCHIVE: "It is an archive within another one or within a folder; unpack it, or import it by itself.",
    Kind.DOCUMENT: "Documents of this kind are not read; save it as a Word document (.docx), a table as CSV.",
    Kind.MEDIA: "It is a sound or a film; an article shows films by their address at YouTube or Vimeo.",
    Kind.UNKNOWN: "Files of this kind hold no article that can be read; if this one does, import it by itself.",
}
_File = TypeVar("_File", Path, Member)
# A file by its path in what was handed in.
Entry = tuple[str, SourceFile]


class Given(Protocol):
    """One thing that was handed in. Its `name` is what a person calls it."""

    @property
    def path(self) -> Path: ...
    @property
    def name(self) -> str: ...

    def entries(self) -> Iterator[Entry | Rejected]:
        """The files that may hold articles, by their path in it, and why others are not read."""
        ...

    def pictures(self) -> Mapping[str, PictureFile]:
        """Its pictures by their path in it."""
        ...

    def shelf(self, path: str) -> Shelf:
        """The shelf of the file of this path in it."""
        ...


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file. It has its surroundings on the disk only if it was named there, not if it was uploaded."""

    path: Path
    name: str
    is_upload: bool

    def entries(self) -> Iterator[Entry | Rejected]:
        try:
            yield self.name, file_of(self.path, self.name)
        except Unreadable as problem:
            yield Rejected(self.name, str(problem))

    def pictures(self) -> Mapping[str, PictureFile]:
        if kind_of(_last(self.name)) is not Kind.PICTURE:
            return {}
        return {self.name: picture_file(self.path, _last(self.name))}

    def shelf(self, path: str) -> Shelf:
        return Shelves() if self.is_upload else Around(self.path)


@dataclass(frozen=True)
class GivenFolder:
    """A folder with everything in it."""

    path: Path
    name: str
    _pictures: Pictures = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_pictures", Pictures(self.pictures))

    def entries(self) -> Iterator[Entry | Rejected]:
        for path, file in _sorted_out(files_in(self.path, self.name), self.name):
            if isinstance(file, Rejected):
                yield file
                continue
            try:
                yield path, file_of(file, f"{self.name}/{path}")
            except Unreadable as problem:
                yield Rejected(f"{self.name}/{path}", str(problem))

    def pictures(self) -> Mapping[str, PictureFile]:
        return pictures_in(self.path)

    def shelf(self, path: str) -> Shelf:
        return NextTo(self._pictures, tuple(path.split("/")[:-1]))


@dataclass(frozen=True)
class GivenArchive:
    """A ZIP archive. A single folder round everything in it does not count. Raises Unreadable when it is made."""

    path: Path
    name: str
    limits: Limits
    _members: Mapping[str, Member | Rejected] = field(init=False)
    _pictures: Pictures = field(init=False)

    def __post_init__(self) -> None:
        found = members_of(self.path, self.name, self.limits)
        members = {path: entry for path, entry in found.items() if not _is_in_junk(path)}
        outer = _outer_folder(members)
        object.__setattr__(self, "_members", {path[len(outer) :]: entry for path, entry in members.items()})
        object.__setattr__(self, "_pictures", Pictures(self.pictures))

    def entries(self) -> Iterator[Entry | Rejected]:
        for path, member in _sorted_out(self._members.items(), self.name):
            if isinstance(member, Rejected):
                yield member
            else:
                yield path, SourceFile(f"{self.name}/{path}", member.size, member.open)

    def pictures(self) -> Mapping[str, PictureFile]:
        return {
            path: PictureFile(_last(path), member.size, member.open)
            for path, member in self._members.items()
            if isinstance(member, Member) and kind_of(_last(path)) is Kind.PICTURE
        }

    def shelf(self, path: str) -> Shelf:
        return NextTo(self._pictures, tuple(path.split("/")[:-1]))


def _sorted_out(
    entries: Iterable[tuple[str, _File | Rejected]], name: str
) -> Iterator[tuple[str, _File | Rejected]]:
    """What may hold articles, in order; why other files are not read, except those that never hold anything."""
    known = sorted(entries, key=lambda entry: entry[0])
    saved_pages = _folders_of_saved_pages(path for path, _file in known)
    for path, file in known:
        kind = kind_of(_last(path))
        if kind is Kind.PASSED_OVER or _is_in(path, saved_pages):
            continue
        if kind in _REASONS and not isinstance(file, Rejected):
            yield path, Rejected(f"{name}/{path}", _REASONS[kind])
        elif kind is not Kind.PICTURE or isinstance(file, Rejected):
            yield path, file


def _folders_of_saved_pages(paths: Iterable[str]) -> frozenset[str]:
    """The folders among these files that browsers saved beside pages: what is in them belongs to those."""
    files: dict[str, set[str]] = {}
    folders: set[tuple[str, str]] = set()
    for path in paths:
        *above, last = path.split("/")
        files.setdefault("/".join(above), set()).add(last.casefold())
        folders |= {("/".join(above[:depth]), above[depth]) for depth in range(len(above))}
    return frozenset(
        f"{above}/{folder}".lstrip("/")
        for above, folder in folders
        if is_saved_with(folder, files.get(above, set()))
    )


def _is_in(path: str, folders: frozenset[str]) -> bool:
    parts = path.split("/")
    return any("/".join(parts[:depth]) in folders for depth in range(1, len(parts)))


def _is_in_junk(path: str) -> bool:
    return any(is_junk(folder) for folder in path.split("/")[:-1])


def _outer_folder(paths: Iterable[str]) -> str:
    """The folder everything is in, with its slash; empty if there is none."""
    tops = {path.partition("/")[0] if "/" in path else "" for path in paths}
    return f"{top}/" if len(tops) == 1 and (top := tops.pop()) else ""


def _last(path: str) -> str:
    return path.rpartition("/")[2]
