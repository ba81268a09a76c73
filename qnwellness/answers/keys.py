"""What an answer is kept under."""

from collections.abc import Hashable
from urllib.parse import parse_qsl

from django.http import HttpRequest

_PREFIXES = ("/api/", "/embed/")
_ENDING = "/related-articles/"


def is_looked_for(path: str) -> bool:
    """Tell whether there may be an answer for everybody at a path; at all others it depends on who asks."""
    return path.startswith(_PREFIXES) or path.endswith(_ENDING)


def key_of(request: HttpRequest) -> Hashable:
    """Return everything of a request that an answer for everybody may depend on.

    The same parameters in another order ask for the same.
    """
    query = request.META.get("QUERY_STRING", "")
    parameters = tuple(sorted(parse_qsl(query, keep_blank_values=True))) if query else ()
    return request.scheme, request.META.get("HTTP_HOST", ""), request.path, parameters
