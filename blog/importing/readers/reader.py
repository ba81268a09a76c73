"""What every reader offers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from blog.importing.document import Rejected, SourceArticle
from blog.importing.readers.file import SourceFile

# What comes out of a file, one at a time: an article, or why one of them cannot be read.
Read = SourceArticle | Rejected


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name on the command line, what a person calls it, whether it recognises the beginning of a file,
    and how it reads one.

    `recognises` gets the first bytes (`file.HEAD` at most) and raises nothing. `read` gets the file and the key of an
    article that has none of its own. It yields the articles of a file one at a time, in little memory, and what is
    wrong with one of them as `Rejected`; it raises Unreadable when called, not later while its articles are taken,
    for a file of which nothing can be read.
    """

    name: str
    label: str
    recognises: Callable[[bytes], bool]
    read: Callable[[SourceFile, str], Iterator[Read]]
