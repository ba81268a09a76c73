"""Our own scripts, minified: without comments and indentation, in development as in production."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles.finders import AppDirectoriesFinder, FileSystemFinder
from django.core.files.storage import FileSystemStorage
from rjsmin import jsmin

from . import static_copies

# What other packages ship is served as they ship it.
_OURS = re.compile(r"(?:qnwellness|blog|products)/js/[\w/]+\.js")

# In development a script is looked for whenever its address is asked for.
_minified = lru_cache(maxsize=64)(jsmin)


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
