"""Where a link to a product stands: which article, and which nutrients that is about.

Callouts and mentions know nothing of articles; what shows an article says this for as long as it is rendered.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """An article: the last part of its address, and the names of the nutrients it is about, in its order."""

    slug: str = ""
    nutrients: Sequence[str] = ()


_NOWHERE = Origin()
_current: ContextVar[Origin] = ContextVar("origin", default=_NOWHERE)


@contextmanager
def coming_from(origin: Origin) -> Iterator[None]:
    """Let all links to products come from here for as long as the block runs."""
    token = _current.set(origin)
    try:
        yield
    finally:
        _current.reset(token)


def current() -> Origin:
    """Return where links to products stand, an empty origin outside of any article."""
    return _current.get()
