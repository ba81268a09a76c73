"""How long an answer may be kept."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

from qnwellness.answers.keeping import keep

MAX_AGE = 60


def shareable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let any cache use an answer for a minute; answer 304 to who has it already."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.OK:
            etag = quote_etag(sha256(response.content).hexdigest()[:32])
            response["ETag"] = etag
            patch_cache_control(keep(response, is_exact=True), public=True, max_age=MAX_AGE)
            return get_conditional_response(request, etag=etag, response=response)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, max_age=MAX_AGE)
        return response

    return wrapped
