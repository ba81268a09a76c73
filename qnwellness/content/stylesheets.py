"""Component stylesheets, joined into one file per type of page.

`settings.STYLESHEETS` maps a page type to the static paths of its components, in cascade order. A joined file
is minified, served and collected as `stylesheets/<page type>.css`, so that a page makes one render-blocking
request in development as in production.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.storage import FileSystemStorage

from . import static_copies
from .minify import minify_css

FOLDER = "stylesheets"

# In development a sheet is joined whenever its address is asked for.
_minified = lru_cache(maxsize=32)(minify_css)


class MissingComponent(LookupError):
    """A component stylesheet named in `settings.STYLESHEETS` does not exist."""


class StylesheetFinder(BaseFinder):
    """Finds joined stylesheets; writes them below DATA_DIR when a component has changed."""

    def check(self, **kwargs: object) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:
        name = _page_type(path)
        if name not in settings.STYLESHEETS:
            # Empty also where one file is asked for: Django would take None for a match.
            return []
        joined = str(join(name))
        return [joined] if find_all else joined

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in settings.STYLESHEETS:
            join(name)
            yield f"{FOLDER}/{name}.css", static_copies.storage()


class FreshStaticFilesStorage(StaticFilesStorage):
    """Unhashed files whose addresses change with their content, for development and tests."""

    def url(self, name: str | None) -> str:
        address = super().url(name)
        found = finders.find(name) if name else None
        if not found:
            return address
        stamp = Path(found).stat()
        digest = hashlib.sha256(f"{stamp.st_mtime_ns}-{stamp.st_size}".encode()).hexdigest()
        return f"{address}?v={digest[:8]}"


def join(name: str) -> Path:
    """Return the joined file of a page type, written anew only when its text differs.

    Raises MissingComponent when a listed component cannot be found.
    """
    return static_copies.write(f"{FOLDER}/{name}.css", _minified(components(name)))


def components(name: str) -> str:
    """Return the components of a page type in cascade order, as they are written.

    Raises MissingComponent when a listed component cannot be found.
    """
    return "\n".join(_component(path) for path in settings.STYLESHEETS[name])


def _page_type(path: str) -> str:
    folder, _, file_name = path.rpartition("/")
    return file_name.removesuffix(".css") if folder == FOLDER and file_name.endswith(".css") else ""


def _component(path: str) -> str:
    found = finders.find(path)
    if not found:
        raise MissingComponent(f"settings.STYLESHEETS names {path}, which is in no app's static folder.")
    return Path(found).read_text(encoding="utf-8")
