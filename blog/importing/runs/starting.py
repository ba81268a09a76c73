"""The beginning of an import in the admin: what was handed in is kept, nothing is read yet."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from qnwellness.content.files import MAX_BYTES, Unreadable

from ...models import BlogIndexPage, ImportFile, ImportRun
from ..packages.kinds import normal
from ..readers import READERS
from .storage import keep

PASTED = "pasted text"
# As many as somebody may drop at once.
MOST_FILES = 500


def start(
    user: Any,
    parent: BlogIndexPage,
    uploads: Sequence[Any] = (),
    pasted: str = "",
    format: str | None = None,
) -> ImportRun:
    """Keep what was uploaded (Django's uploaded files) or pasted, and return the run that `read_slice` goes on with.

    A file that is too large, empty or called like another one is kept by its name only, with what is wrong with it in
    `error`. Raises
    Unreadable, with one line for a person, when there is nothing to read or the format is unknown; then nothing stays.
    """
    if format and format not in {reader.name for reader in READERS}:
        raise Unreadable(f"There is no format “{format}”.")
    if len(uploads) > MOST_FILES:
        raise Unreadable(f"These are more than {MOST_FILES} files; put them into a ZIP archive.")
    if not uploads and not pasted.strip():
        raise Unreadable("There is nothing to import: choose a file, or paste something.")
    with transaction.atomic():
        run = ImportRun.objects.create(
            trigger=ImportRun.Trigger.ADMIN, user=user, parent=parent, format=format or ""
        )
        names: set[str] = {PASTED}
        for upload in uploads:
            name = normal(upload.name).rpartition("/")[2]
            _keep(run, name, upload.size, upload.chunks(), is_taken=name in names)
            names.add(name)
        if pasted.strip():
            data = pasted.encode("utf-8", "replace")
            _keep(run, PASTED, len(data), [data])
    return run


def _keep(run: ImportRun, name: str, size: int, chunks: Iterable[bytes], *, is_taken: bool = False) -> None:
    wrong = ""
    if is_taken:
        # The name of a file is the key of its article.
        wrong = "Another file is called so, too: give this one another name, or put both into a ZIP archive."
    elif size > MAX_BYTES:
        wrong = (
            f"The file is over {MAX_BYTES // 1_000_000} MB, the limit for an upload; "
            "the command import_article reads larger ones."
        )
    elif not size:
        wrong = "The file is empty."
    if wrong:
        ImportFile.objects.create(run=run, name=name[:500], size=size, error=wrong, is_read=True)
    else:
        keep(run, name, chunks)
