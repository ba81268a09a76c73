"""Which of many picture files a text means by a name or an address."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote, urlsplit

from blog.importing.packages.kinds import normal, without_query
from blog.importing.packages.shelf import PictureFile
from qnwellness.content.files import Unreadable

Parts = tuple[str, ...]

# What shops and blogs add to the name of a picture they made smaller.
_SIZE = re.compile(
    r"(?:_(?:\d{1,5}x\d{0,5}|x\d{1,5}|pico|icon|thumb|small|compact|medium|large|grande|master)(?:_crop_[a-z]{1,10})?"
    r"(?:@\dx)?|-\d{1,5}x\d{1,5}|-scaled|-e\d{10,13}|@\dx|\s?\(\d{1,3}\))$"
)
_SAME_SUFFIX = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "tif": "tiff"}
_LONGEST = 2_000


class Pictures:
    """The picture files of a folder or archive by their paths in it; looked for when the first one is asked for."""

    def __init__(self, listing: Callable[[], Mapping[str, PictureFile]]) -> None:
        self._listing = listing

    @cached_property
    def _by_path(self) -> dict[Parts, PictureFile]:
        return {tuple(normal(path).split("/")): picture for path, picture in self._listing().items()}

    @cached_property
    def _by_folded(self) -> dict[Parts, Parts]:
        return {_folded(path): path for path in reversed(self._by_path)}

    @cached_property
    def _by_loose(self) -> dict[str, list[Parts]]:
        found: dict[str, list[Parts]] = defaultdict(list)
        for path in self._by_path:
            found[_loose(path[-1])].append(path)
        return found

    def find(self, base: Parts, name: str, address: str) -> PictureFile | None:
        """The picture a file in the folder `base` means. An exact path comes first, then the last part of it."""
        for path in _wanted(base, name, address):
            found = path if path in self._by_path else self._by_folded.get(_folded(path))
            if found is not None:
                return self._by_path[found]
        for wanted in _named(name, address):
            best = self._best(wanted, base)
            if best is not None:
                return best
        return None

    def _best(self, wanted: Parts, base: Parts) -> PictureFile | None:
        """The file whose name is most like the wanted one, and whose folders are, and which is nearest.

        None where two different pictures are as good: a wrong picture is worse than one that is asked for.
        """
        ranked = sorted(
            (self._rank(path, wanted, base), -self._by_path[path].size, path)
            for path in self._by_loose.get(_loose(wanted[-1]), ())
        )
        if not ranked:
            return None
        first = ranked[0]
        rivals = [path for rank, _size, path in ranked[1:] if rank == first[0]]
        # Of one picture in several sizes the largest is taken.
        is_one_folder = all(path[:-1] == first[2][:-1] for path in rivals)
        if not is_one_folder and any(self._differ(first[2], path) for path in rivals):
            return None
        return self._by_path[first[2]]

    def _differ(self, one: Parts, other: Parts) -> bool:
        first, second = self._by_path[one], self._by_path[other]
        try:
            return first.size != second.size or first.digest() != second.digest()
        except Unreadable:
            return True

    def _rank(self, path: Parts, wanted: Parts, base: Parts) -> tuple[int, int, int]:
        name, other = without_query(path[-1]), without_query(wanted[-1])
        likeness = 0 if name == other else 1 if name.casefold() == other.casefold() else 2
        folder = path[:-1]
        shared = _common(tuple(reversed(folder)), tuple(reversed(wanted[:-1])))
        distance = len(base) + len(folder) - 2 * _common(base, folder)
        return likeness, -shared, distance


class NextTo:
    """A shelf: pictures as a file in the folder `base` sees them."""

    def __init__(self, pictures: Pictures, base: Parts = ()) -> None:
        self._pictures = pictures
        self._base = base

    def find(self, name: str, address: str = "") -> PictureFile | None:
        """As `Shelf.find`."""
        return self._pictures.find(self._base, name, address)


def relative(address: str) -> str | None:
    """The path an address is, with plain characters; None for one with a scheme or a host."""
    try:
        parts = urlsplit(address[:_LONGEST])
    except ValueError:
        return None
    # A drive of Windows is no scheme, and no place in a folder either.
    if parts.scheme or parts.netloc:
        return None
    return normal(unquote(parts.path))


def inside(base: Parts, path: str) -> Parts | None:
    """Where a relative path leads from a folder; None when it leads out of everything."""
    steps: list[str] = [] if path.startswith("/") else list(base)
    for part in path.split("/"):
        if part == "..":
            if not steps:
                return None
            steps.pop()
        elif part not in ("", "."):
            steps.append(part)
    return tuple(steps) or None


def _wanted(base: Parts, name: str, address: str) -> Iterator[Parts]:
    """The paths a picture may have here."""
    text = address or name
    path = relative(text) if text else None
    for way in dict.fromkeys((path, normal(text[:_LONGEST]))) if path else ():
        found = inside(base, way)
        if found:
            yield found


def _named(name: str, address: str) -> Iterator[Parts]:
    """The folders and the name a picture has in its address, and its bare name."""
    try:
        path = normal(unquote(urlsplit(address[:_LONGEST]).path))
    except ValueError:
        path = ""
    for text in (path, normal(unquote(name)), normal(name)):
        parts = tuple(part for part in text.split("/") if part not in ("", ".", ".."))
        if parts:
            yield parts


def _loose(name: str) -> str:
    """A name without its size, its query and its capitals."""
    stem, dot, suffix = without_query(unicodedata.normalize("NFC", name).casefold()).rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    for _time in range(3):
        stem = _SIZE.sub("", stem) or stem
    return f"{stem.strip()}.{_SAME_SUFFIX.get(suffix, suffix)}"


def _folded(path: Parts) -> Parts:
    return tuple(part.casefold() for part in path)


def _common(one: Parts, other: Parts) -> int:
    """How many parts two paths begin with alike."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first.casefold() != second.casefold():
            break
        count += 1
    return count
