"""Whether the engine that searches answers. One of another machine may not, and then only searching stops."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import Error
from wagtail.search.backends import get_search_backend

logger = logging.getLogger(__name__)


class EngineDownError(Exception):
    """The engine does not answer."""


class _Known:
    """What this process has told of the engine."""

    is_down = False


_known = _Known()


def read(results: Iterable[Any]) -> list[Any]:
    """Return what was found. Raises EngineDownError where an engine of another machine fails, and logs that once.

    What the database raises is left as it is: its failures are told for the whole site.
    """
    with _noting_failures():
        return list(results)


@contextmanager
def _noting_failures() -> Iterator[None]:
    try:
        yield
    except Error:
        raise
    except Exception as problem:
        # Each engine has errors of its own, with nothing in common. The database is the one engine that has to work.
        if not get_search_backend().catch_indexing_errors:
            raise
        if not _known.is_down:
            _known.is_down = True
            logger.error("Searching does not work: %s", problem)
        raise EngineDownError from problem
    if _known.is_down:
        _known.is_down = False
        logger.warning("Searching works again.")
