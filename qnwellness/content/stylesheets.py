"""Component stylesheets, joined into one file per type of page.

`settings.STYLESHEETS` maps a page type to the static paths of its components, in cascade order. A joined file
is minified, served and collected as `stylesheets/<page type>.css`, so that a page makes one render-blocking
request in development as in production.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

from . import static_copies
from .minify import minify_css
from .static_copies import MadeFilesFinder

FOLDER = "stylesheets"

# In development a sheet is joined whenever its address is asked for.
_minified = lru_cache(maxsize=32)(minify_css)


class MissingComponent(LookupError):
    """A component stylesheet named in `settings.STYLESHEETS` does not exist."""


class StylesheetFinder(MadeFilesFinder):
    """Finds joined stylesheets; writes them below DATA_DIR when a component has changed."""

    folder = FOLDER
    suffix = ".css"

    def names(self) -> Iterable[str]:
        return settings.STYLESHEETS

    def make(self, name: str) -> Path:
        return join(name)


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


def _component(path: str) -> str:
    found = finders.find(path)
    if not found:
        raise MissingComponent(f"settings.STYLESHEETS names {path}, which is in no app's static folder.")
    return Path(found).read_text(encoding="utf-8")
