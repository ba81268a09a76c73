"""The report of an import as a file to keep."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime

from ...importing.report_file import as_workbook
from ...models import ImportItem
from .base import RunView
from .lines import place_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ReportView(RunView):
    """The whole report as a workbook: what `import_article --report` writes."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send the file."""
        items = self.run.items.defer("content").select_related("file")
        data = as_workbook([*map(_article, items), *self._unread()])
        name = f"import-{localtime(self.run.started_at):%Y-%m-%d-%H%M}.xlsx"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(data, content_type=_XLSX, headers=headers)

    def _unread(self) -> Iterator[Mapping[str, Any]]:
        for name, error in self.run.files.exclude(error="").values_list("name", "error"):
            yield {"source": name, "error": error}


def _article(item: ImportItem) -> Mapping[str, Any]:
    """Return what the report says of an item; of what could not be read, where it stands and why."""
    first = {"source": item.source or place_of(item), "title": item.title}
    said = {**first, **(item.report or {})}
    if item.error:
        said["error"] = item.error
    if item.state in (ImportItem.State.UNDONE, ImportItem.State.KEPT):
        said["action"] = str(item.get_state_display())
    return said
