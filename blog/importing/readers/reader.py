"""What every reader offers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from blog.importing.document import SourceArticle


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether it recognises some bytes, and how it reads them.

    `read` raises Unreadable when called, not later while its articles are taken.
    """

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Iterator[SourceArticle]]
