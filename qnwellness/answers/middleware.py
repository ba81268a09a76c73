"""The first thing a request meets: an answer that is there already costs no session, no view and no query."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from .changes import latest
from .keeping import may_be_kept, parts_of
from .kept import Kept
from .keys import is_asked_by_anybody, key_of
from .parts import recording
from .store import Store

# While the database is gone, an older answer is better than none.
_WITHOUT_DATABASE = 3_600.0

store: Store[Kept] = Store(
    settings.ANSWERS_BYTES, settings.ANSWERS_BYTES // 8, settings.ANSWERS_LONGEST, latest.has_changed
)


def kept_answers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer GET and HEAD from what is kept, and keep what may be."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return get_response(request)
        if not is_asked_by_anybody(request):
            return _if_changed(request, get_response(request))
        key, state = key_of(request), latest.state()
        if state is None:
            return _without_database(request, get_response)
        kept = store.find(key, state, time.monotonic())
        if kept is None:
            with recording() as heard:
                response = get_response(request)
            if request.method != "GET" or not may_be_kept(response, heard):
                return response
            kept = Kept(response, parts_of(response, heard))
            store.put(key, state, kept)
        return kept.answer(request)

    return answer


def _if_changed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Answer 304 to a known reader who has what everybody gets already."""
    if not (may_be_kept(response) and response.has_header("ETag")):
        return response
    patch_vary_headers(response, ["Accept-Encoding"])
    return get_conditional_response(request, etag=response["ETag"], response=response)


def _without_database(
    request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]
) -> HttpResponse:
    """Answer with what was kept last, however old; without anything kept as the site itself does."""
    kept = store.find_made_since(key_of(request), time.monotonic() - _WITHOUT_DATABASE)
    return kept.answer(request) if kept else get_response(request)
