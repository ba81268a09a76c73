"""Our own scripts: minified, and those of a page joined into one file, in development as in production.

`settings.SCRIPTS` maps a page type to the static paths of its scripts, each with the selector of what it is
about. A joined file is served and collected as `scripts/<page type>.js`; each script has a scope of its own.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import AppDirectoriesFinder, FileSystemFinder
from django.core.files.storage import FileSystemStorage
from rjsmin import jsmin

from . import static_copies
from .static_copies import MadeFilesFinder

# What other packages ship is served as they ship it.
_OURS = re.compile(r"(?:qnwellness|blog|products)/js/[\w/]+\.js")

_IMPORTS = re.compile(r"^\s*(?:import\b(?!\()|export\b)", re.MULTILINE)

# In development a script is looked for whenever its address is asked for.
_minified = lru_cache(maxsize=64)(jsmin)


class CannotBeJoined(ValueError):
    """A script in `settings.SCRIPTS` is missing, or imports or exports something."""


class ScriptFinder(MadeFilesFinder):
    """Finds joined scripts; writes them below DATA_DIR when one of them has changed."""

    folder = "scripts"
    suffix = ".js"

    def names(self) -> Iterable[str]:
        return settings.SCRIPTS

    def make(self, name: str) -> Path:
        return join(name)


def join(name: str) -> Path:
    """Return the joined file of a page type, written anew only when its text differs. Raises CannotBeJoined."""
    text = "\n".join(_scoped(path, selector) for path, selector in settings.SCRIPTS[name].items())
    return static_copies.write(f"scripts/{name}.js", text)


def _scoped(path: str, selector: str) -> str:
    found = finders.find(path)
    if not found:
        raise CannotBeJoined(f"settings.SCRIPTS names {path}, which is in no app's static folder.")
    script = Path(found).read_text(encoding="utf-8")
    if _IMPORTS.search(script):
        raise CannotBeJoined(f"{path} imports or exports something, which only a file of its own can do.")
    return f"if(document.querySelector({json.dumps(selector)})){{{script}}}"


class _Minifying:
    """Hands out a minified copy, lying below DATA_DIR, of every script of ours a finder finds."""

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:
        found = super().find(path, find_all=find_all, **kwargs)
        if not found or not _OURS.fullmatch(path):
            return found
        return [_copy(path, match) for match in found] if find_all else _copy(path, found)

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, FileSystemStorage]]:
        for path, storage in super().list(ignore_patterns):
            if _OURS.fullmatch(path):
                _copy(path, storage.path(path))
                yield path, static_copies.storage()
            else:
                yield path, storage


class AppFinder(_Minifying, AppDirectoriesFinder):
    """Finds the static files of the apps."""


class FolderFinder(_Minifying, FileSystemFinder):
    """Finds the static files of the folders in STATICFILES_DIRS."""


def _copy(path: str, original: str) -> str:
    text = Path(original).read_text(encoding="utf-8")
    return str(static_copies.write(path, _minified(text)))
