"""What is answered where something failed: what is over soon is told apart from what is not."""

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error

SECONDS = 30
# No room, no room for this account, too large for it, and nothing to be written at all.
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
# SQLite's SQLITE_FULL; PostgreSQL's disk_full.
_FULL = ("disk is full", "No space left on device")


@requires_csrf_token
def failed(request: HttpRequest) -> HttpResponse:
    """Answer for a view that raised: 503 where the database or a disk did, since that passes, else 500.

    Renders without the database.
    """
    error = sys.exc_info()[1]
    is_full = has_no_room(error)
    if not (is_full or isinstance(error, (OperationalError, InterfaceError))):
        return server_error(request)
    response = render(request, "503.html", {"is_full": is_full}, status=503)
    response.headers["Retry-After"] = str(SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def has_no_room(error: BaseException | None) -> bool:
    """Tell whether an error says that nothing more can be written."""
    if isinstance(error, OSError):
        return error.errno in _NO_ROOM
    return isinstance(error, OperationalError) and any(words in str(error) for words in _FULL)
