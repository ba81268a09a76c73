"""ZIP archives: what is in them, held to limits before anything of it is read."""

import stat
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

from blog.importing.document import Rejected
from blog.importing.packages.kinds import normal
from blog.importing.packages.limits import Limits
from blog.importing.packages.member import Member, member_of
from qnwellness.content.files import Unreadable

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_END = struct.Struct("<4s6xHLL")
_END_64 = struct.Struct("<4s28xQQ")
_FARTHEST_END = 65_557
# More than a name and what tools add to it ever take in an archive's directory.
_ENTRY = 600
_MOST_OF_A_DOCUMENT = 5_000
_TWICE = "The archive has two files of this name; the first is read."
# Small files may be as repetitive as they like.
_SMALL = 1_000_000
_DOCUMENTS = (
    ("application/vnd.oasis.opendocument", "an OpenDocument file; save it as a Word document (.docx)"),
    ("application/epub", "an e-book; save its text as a Word document (.docx) or as HTML"),
)


def is_archive(path: Path, name: str) -> bool:
    """Whether a file, whose name is given, is a ZIP archive of files, not a Word document or a workbook, which are
    archives inside.

    Raises Unreadable for other documents that are archives inside, and for a ZIP archive that is damaged.
    """
    try:
        with path.open("rb") as stream:
            if stream.read(4) not in _MARKS:
                return False
    except OSError:
        return False
    try:
        names = {info.filename for info in _directory(path, _MOST_OF_A_DOCUMENT)}
    except Unreadable:
        if not name.casefold().endswith(".zip"):
            # Whoever reads the document it says it is knows better what is wrong with it.
            return False
        raise
    if "[Content_Types].xml" in names:
        return False
    if any(name.endswith(".iwa") for name in names):
        raise Unreadable("The file is a Pages document; export it as a Word document (.docx).")
    if "mimetype" in names:
        _refuse_document(path)
    return True


def members_of(path: Path, shown: str, limits: Limits) -> dict[str, Member | Rejected]:
    """The files in an archive that is called `shown` by their paths, and why some of them are not read.

    Raises Unreadable at once for an archive that is damaged or breaks the limits.
    """
    infos = [info for info in _directory(path, limits.members) if not info.is_dir()]
    _check_all(infos, path, limits)
    found: dict[str, Member | Rejected] = {}
    for info in infos:
        name = _name(info)
        if name in found:
            name, reason = f"{name} ({info.header_offset})", _TWICE
        else:
            reason = _wrong(name, info)
        found[name] = Rejected(f"{shown}/{name}", reason) if reason else member_of(path, name, info)
    return dict(sorted(found.items()))


def _directory(path: Path, most: int) -> list[zipfile.ZipInfo]:
    """The entries of an archive's directory, which is not even looked at if it has too many."""
    try:
        _check_directory(path, most)
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except OSError as problem:
        raise Unreadable(f"The file cannot be opened: {problem.strerror}.") from None
    # The library raises whatever it stumbles over in a directory that was made to be stumbled over.
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, IndexError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("The ZIP archive is damaged; pack it again.") from None
    if sum(not info.is_dir() for info in infos) > most:
        raise Unreadable(_too_many(most))
    return infos


def _check_directory(path: Path, most: int) -> None:
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(size - _FARTHEST_END - 100, 0))
        tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        raise Unreadable("The ZIP archive is damaged or not whole; pack it again.")
    _mark, count, length, _offset = _END.unpack_from(tail, at)
    large = tail.rfind(b"PK\x06\x06", 0, at)
    if large >= 0 and len(tail) >= large + _END_64.size:
        _mark, count, length = _END_64.unpack_from(tail, large)
    # Folders have entries, too.
    if count > 4 * most or length > most * _ENTRY:
        raise Unreadable(_too_many(most))


def _too_many(most: int) -> str:
    return f"The archive holds more than {most:,} files, the limit here; pack it in parts."


def _check_all(infos: list[zipfile.ZipInfo], path: Path, limits: Limits) -> None:
    expanded = sum(info.file_size for info in infos)
    if expanded > limits.expanded:
        raise Unreadable(
            f"The archive would unpack to {expanded / 1_000_000:,.0f} MB; {limits.expanded // 1_000_000} MB is the "
            "limit here. Pack it in parts."
        )
    packed = max(path.stat().st_size, 1)
    too_dense = any(info.file_size > max(_SMALL, limits.ratio * info.compress_size) for info in infos)
    if too_dense or expanded > max(_SMALL, limits.ratio * packed):
        raise Unreadable(
            f"The archive would unpack to more than {limits.ratio} times its size, as no texts and pictures do."
        )


def _name(info: zipfile.ZipInfo) -> str:
    """The path of a member; many tools write UTF-8 without saying so, which reads as signs for drawing boxes."""
    name = info.filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return normal(name)


def _wrong(name: str, info: zipfile.ZipInfo) -> str:
    """Why a member is not read; empty if it is."""
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        return "Its name leads out of the archive."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "It is a link to another file; put the file itself into the archive."
    if info.flag_bits & 0x41:
        return "It is encrypted; pack the archive without a password."
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "It is packed in an unusual way; pack the archive as an ordinary ZIP."
    return ""


def _refuse_document(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("mimetype")
        if info.file_size > 200 or _wrong("mimetype", info):
            return
    with member_of(path, "mimetype", info).open() as stream:
        kind = stream.read(200).decode("ascii", "ignore")
    for prefix, what in _DOCUMENTS:
        if kind.startswith(prefix):
            raise Unreadable(f"The file is {what}.")
