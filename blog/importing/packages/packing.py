"""From paths to packages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from blog.importing.document import Rejected
from blog.importing.packages.limits import BY_COMMAND, Limits
from blog.importing.packages.package import Handed, Package


def packages(
    paths: Iterable[Path | Handed], *, limits: Limits = BY_COMMAND, beside: Iterable[Path | Handed] = ()
) -> Iterator[Package | Rejected]:
    """The files that may hold articles, in a fixed order, and why the others cannot be read (`Rejected.place` is the
    file's name). Folders are walked, archives looked into. Raises nothing: a missing file is a Rejected.

    Uploads (`Handed`) see each other's pictures and those of `beside`, a file on a disk those of its folder, a file in
    a folder or archive all of that. The key (`source`) of a file is its name, with the folders between the one handed
    in and the file.
    """
    raise NotImplementedError
    yield
