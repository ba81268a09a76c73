"""The versions of the element, which shops name together with a hash: once released, none ever changes. Pure.

Each is a file in `releases/`, named by its version; `releases.json` has the hash of each, the newest last.
"""

import base64
import json
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha384
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "related-articles.js"
RELEASES = HERE / "releases"
_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,3})(?:\.(?:0|[1-9][0-9]{0,3})){2}")


class NotReleased(ValueError):
    """A release that cannot be made; the message is for a person."""


@dataclass(frozen=True, slots=True)
class Release:
    """One version: its number ("1.0.0"), its hash as the attribute `integrity` has it, and its bytes."""

    version: str
    integrity: str
    content: bytes


@cache
def releases() -> dict[str, Release]:
    """Return every version by its number, the newest last."""
    return read(RELEASES)


def newest() -> Release:
    """Return the newest version."""
    return list(releases().values())[-1]


def read(folder: Path) -> dict[str, Release]:
    """Return the versions in a folder. Raises OSError or ValueError where one that is listed is not there."""
    listed = json.loads((folder / "releases.json").read_text(encoding="utf-8"))
    return {
        version: Release(version, integrity, (folder / f"{version}.js").read_bytes())
        for version, integrity in listed.items()
    }


def integrity_of(content: bytes) -> str:
    """Return the hash of a script as the attribute `integrity` has it (W3C, Subresource Integrity)."""
    return f"sha384-{base64.b64encode(sha384(content).digest()).decode()}"


def release(version: str, *, source: Path = SOURCE, folder: Path = RELEASES) -> Release:
    """Make the source a version that stays as it is, and return it.

    Raises NotReleased for what is no version, is not above the newest, or where nothing has changed.
    """
    if not _VERSION.fullmatch(version):
        raise NotReleased(f"“{version}” is no version; write it like 1.2.0.")
    before = read(folder) if (folder / "releases.json").exists() else {}
    if before and _ordered(version) <= _ordered(list(before)[-1]):
        raise NotReleased(f"{version} is not above {list(before)[-1]}, the newest version.")
    content = source.read_bytes()
    if before and list(before.values())[-1].content == content:
        raise NotReleased(f"Nothing has changed since {list(before)[-1]}.")
    made = Release(version, integrity_of(content), content)
    folder.mkdir(exist_ok=True)
    (folder / f"{version}.js").write_bytes(content)
    listed = {one.version: one.integrity for one in (*before.values(), made)}
    (folder / "releases.json").write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")
    return made


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
