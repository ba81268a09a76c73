"""What an answer is kept under, and who may get one that is kept."""

from collections.abc import Hashable
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest

# These see, or may see, what others don't; and what one of them asks for says nothing of what all others get.
_OF_SOMEBODY = ("HTTP_AUTHORIZATION", "HTTP_X_WAGTAIL_PREVIEW")


def counts_all_parameters(path: str) -> bool:
    """Tell whether an answer at a path may depend on any parameter of its address."""
    return path.startswith(settings.ANSWERS_WITH_ALL_PARAMETERS) or path.endswith("/related-articles/")


def is_asked_by_anybody(request: HttpRequest) -> bool:
    """Tell whether an answer for everybody will do: to others the site may have something else to say.

    Shops' addresses answer everybody alike.
    """
    path = request.path
    if path.startswith(settings.ANSWERS_NOT_BELOW):
        return False
    if path.startswith(settings.ANSWERS_FOR_SHOPS) or path.endswith("/related-articles/"):
        return True
    cookies = request.META.get("HTTP_COOKIE", "")
    return not (
        (cookies and f"{settings.SESSION_COOKIE_NAME}=" in cookies)
        or any(name in request.META for name in _OF_SOMEBODY)
    )


def key_of(request: HttpRequest) -> Hashable:
    """Return everything of a request that an answer for everybody may depend on.

    The same parameters in another order ask for the same.
    """
    return request.scheme, request.META.get("HTTP_HOST", ""), request.path, counted(request)


def counted(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Return the parameters of a request that count, in an order of their own."""
    query = request.META.get("QUERY_STRING", "")
    if not query:
        return ()
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    if counts_all_parameters(request.path):
        return tuple(sorted(pairs))
    # The last of several is what a view reads.
    last = {name: value for name, value in pairs if name in settings.ANSWERS_PARAMETERS}
    return tuple(sorted(last.items()))


def with_less(request: HttpRequest) -> None:
    """Take from a request the parameters that don't count, so that no answer can depend on them."""
    if request.META.get("QUERY_STRING") and not counts_all_parameters(request.path):
        request.META["QUERY_STRING"] = urlencode(counted(request))
        # Django reads it anew.
        vars(request).pop("GET", None)
