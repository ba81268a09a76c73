"""What is in a file of a run: an article, an export of many, a picture, or an archive of any of these."""

from hashlib import sha256

from qnwellness.content.files import Unreadable

from ...models import ImportFile
from ..readers import SourceFile, file_of
from .starting import PASTED
from .storage import path_of

# The `format` of a file that is no article but may belong to one.
PICTURE = "picture"


def source_of(file: ImportFile) -> tuple[SourceFile, str]:
    """Return a file as readers take it, and the key of its article if that has none of its own. Raises Unreadable."""
    path = path_of(file)
    if path is None:
        raise Unreadable("The file of this import is not kept any more; hand it in again.")
    found = file_of(path, file.name)
    return found, _key(file, found)


def is_archive(file: ImportFile) -> bool:
    """Tell whether a file holds others."""
    return False


def expand(file: ImportFile) -> None:
    """Keep the files of an archive as files of the run, and mark the archive as read."""


def _key(file: ImportFile, found: SourceFile) -> str:
    """Return the name of a file, in an archive its path there. What was pasted has no name: its words tell it."""
    if file.name == PASTED:
        return f"pasted:{sha256(found.whole()).hexdigest()[:32]}"
    return file.name.partition("/")[2] or file.name
