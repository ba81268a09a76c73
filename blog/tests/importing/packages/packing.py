"""What tests of packages are made of."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from blog.importing.document import Rejected
from blog.importing.packages import Handed, Package, packages


def write(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """Files in a folder, by their paths there."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def archive(path: Path, files: Mapping[str, bytes | str] | Iterable[tuple[zipfile.ZipInfo, bytes]]) -> Path:
    """A ZIP archive of files."""
    entries = files.items() if isinstance(files, Mapping) else files
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries:
            packed.writestr(name, data)
    return path


def archived(files: Mapping[str, bytes | str]) -> bytes:
    """The bytes of a ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return stream.getvalue()


def packed(*paths: Path | Handed, **options: object) -> list[Package]:
    """The packages of paths of which none is refused."""
    found = list(packages(paths, **options))  # type: ignore[arg-type]
    assert not [entry for entry in found if isinstance(entry, Rejected)]
    return [entry for entry in found if isinstance(entry, Package)]


def keys(*paths: Path | Handed) -> list[str]:
    return [package.source for package in packed(*paths)]


def refused(*paths: Path | Handed, **options: object) -> dict[str, str]:
    """Why files are refused, by name."""
    found = packages(paths, **options)  # type: ignore[arg-type]
    return {entry.place: entry.reason for entry in found if isinstance(entry, Rejected)}
