"""The file for Matrixify, for who may say what is sent to shops."""

import io

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from . import matrixify

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PERMISSION = "blog.change_sidebarsettings"


def matrixify_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Answer with the file as "csv" or "xlsx". For the admin, which asks who it is that asks."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if kind not in _TYPES:
        raise Http404("no such kind of file")
    content = matrixify.xlsx()[0] if kind == "xlsx" else _csv()
    disposition = f'attachment; filename="{matrixify.NAME}.{kind}"'
    return HttpResponse(content, content_type=_TYPES[kind], headers={"Content-Disposition": disposition})


def _csv() -> bytes:
    stream = io.StringIO(newline="")
    matrixify.write_csv(stream)
    return stream.getvalue().encode()
