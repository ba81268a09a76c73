"""An address of the API with all it may answer: the body, and the headers programs act on."""

from collections.abc import Callable
from typing import Any

from ninja import Router

from .limits import PerAddress
from .schemas import ErrorOut

View = Callable[..., Any]

_ETAG = {
    "description": "Send it back as `If-None-Match`: 304 says that nothing has changed.",
    "schema": {"type": "string"},
}
_CACHE_CONTROL = {
    "description": "How long any cache may keep the answer.",
    "schema": {"type": "string"},
}
_RETRY_AFTER = {
    "description": "Seconds to wait before the next request.",
    "schema": {"type": "string", "pattern": r"^\d+$"},
}
_HEADERS = {
    "responses": {
        200: {"headers": {"ETag": _ETAG, "Cache-Control": _CACHE_CONTROL}},
        304: {"description": "Not Modified", "headers": {"ETag": _ETAG, "Cache-Control": _CACHE_CONTROL}},
        429: {"headers": {"Retry-After": _RETRY_AFTER}},
    }
}


def address(router: Router, path: str, url_name: str, answer: Any) -> Callable[[View], View]:
    """Answer GET and HEAD at an address; HEAD stays undescribed, as an operation's id is used only once."""
    options = {
        "response": {200: answer, 400: ErrorOut, 404: ErrorOut, 429: ErrorOut},
        "url_name": url_name,
        "throttle": [PerAddress()],
    }

    def register(view: View) -> View:
        router.api_operation(["HEAD"], path, include_in_schema=False, **options)(view)
        return router.get(path, openapi_extra=_HEADERS, **options)(view)

    return register
