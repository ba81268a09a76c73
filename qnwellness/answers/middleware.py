"""The first thing a request meets: an answer that is there already costs no session, no view and no query."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from .changes import latest
from .keeping import may_be_kept
from .keys import is_looked_for, key_of
from .store import Kept, Store

# A list of articles has some 5 KB: thousands of them, in each worker.
_MOST_BYTES = 32_000_000
_MOST_BYTES_EACH = 512_000
# Whatever changed without a trace, by hand in the database, is seen after that.
_LONGEST = 60.0

store = Store(_MOST_BYTES, _MOST_BYTES_EACH, _LONGEST)


def kept_answers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer GET and HEAD from what is kept, and keep what may be."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} or not is_looked_for(request.path):
            return get_response(request)
        key, state = key_of(request), latest.state()
        kept = store.find(state, key, time.monotonic()) if state else None
        if kept:
            return _given_again(request, kept)
        response = get_response(request)
        if state and request.method == "GET" and may_be_kept(response):
            store.put(state, key, Kept(tuple(response.items()), response.content, time.monotonic()))
        return response

    return answer


def _given_again(request: HttpRequest, kept: Kept) -> HttpResponse:
    whole = HttpResponse(kept.content, headers=dict(kept.headers))
    response = get_conditional_response(request, etag=whole.get("ETag"), response=whole)
    if response is not whole:
        # Django leaves out what a cache need not hear, and with it the leave for other sites to read the answer.
        for name, value in kept.headers:
            if not name.startswith("Content-"):
                response.headers.setdefault(name, value)
    elif request.method == "HEAD":
        response.headers["Content-Length"] = str(len(kept.content))
        response.content = b""
    return response
