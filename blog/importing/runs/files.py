"""What was handed in with a run: the files articles are read from, and the shelf of pictures beside each."""

from hashlib import sha256

from ...models import ImportFile, ImportRun
from .. import packages
from ..document import Rejected
from ..packages import UPLOADED, Package, Shelf
from .starting import PASTED
from .storage import path_of


class Handed:
    """The packages in the files of a run, by their names."""

    def __init__(self, run: ImportRun) -> None:
        self._run = run
        files = [(file.name, path_of(file)) for file in run.files.exclude(stored="")]
        handed = [packages.Handed(path, name) for name, path in files if path]
        self._packages: dict[str, Package] = {}
        self.rejected: list[Rejected] = []
        for found in packages.packages(handed, limits=UPLOADED):
            if isinstance(found, Rejected):
                self.rejected.append(found)
            else:
                self._packages[found.file.name] = found

    def package(self, file: ImportFile) -> Package | None:
        """Return what a file of the run is, or None where it is not kept any more."""
        return self._packages.get(file.name)

    def shelf(self, file: ImportFile | None) -> Shelf | None:
        """Return where the pictures of the articles of a file are."""
        found = self._packages.get(file.name) if file else None
        return found.folder if found else None

    def key(self, package: Package) -> str:
        """Return the key of an article that has none of its own. What was pasted has no name: its words tell it."""
        if package.file.name == PASTED:
            return f"pasted:{sha256(package.file.whole()).hexdigest()[:32]}"
        return package.source

    def lay_out(self) -> None:
        """Give every file in an archive a row of its own, and say of the others why nothing is read from them.

        Doing it again changes nothing.
        """
        rows = {file.name: file for file in self._run.files.all()}
        ImportFile.objects.bulk_create(
            ImportFile(run=self._run, name=name, size=package.file.size)
            for name, package in self._packages.items()
            if name not in rows
        )
        wrong = {rejected.place: rejected.reason for rejected in self.rejected}
        for name, file in rows.items():
            if not file.is_read and name not in self._packages and "/" not in name:
                # An archive, a picture, or nothing that can be read.
                file.is_read, file.error = True, wrong.get(name, "")
                file.save(update_fields=["is_read", "error"])
        inside = [name for name in wrong if name not in rows]
        ImportFile.objects.bulk_create(
            ImportFile(run=self._run, name=name[:500], error=wrong[name], is_read=True) for name in inside
        )
