"""What holds at every address of the API: reading only, by any site, and errors in one shape."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt

from .errors import body

METHODS = "GET, HEAD, OPTIONS"
_PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}

View = Callable[..., HttpResponse]


def by_the_rules(view: View) -> View:
    """Let any site read a view, answer OPTIONS for it, and refuse to write in the contract's shape."""

    # Nothing here writes: a form's token would only turn a clear refusal into an unclear one.
    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _respond(view, request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
        return response

    return wrapped


def elsewhere(request: HttpRequest) -> HttpResponse:
    """Lead an address without its last slash to the one that has it. Raises Http404 for any other."""
    # Only the API's own addresses have names. Django's redirect would come without the leave to read it.
    if not request.path_info.endswith("/") and resolve(f"{request.path_info}/").url_name:
        return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    raise Http404


def _respond(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=_PREFLIGHT)
    if request.method not in METHODS.split(", "):
        refusal = body("method_not_allowed", f"Only {METHODS} are answered here.")
        return JsonResponse(refusal, status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": METHODS})
    try:
        return view(request, *args, **kwargs)
    except Http404:
        return JsonResponse(
            body("unknown_address", "There is nothing at this address."), status=HTTPStatus.NOT_FOUND
        )
