"""Parameters nobody knows: a shop that writes `limits=3` should hear of it, not wonder why nothing changes."""

from collections.abc import Collection

from django.http import HttpRequest


class UnknownParameter(ValueError):
    """A request has a parameter this address does not know, or one of its own twice."""


def only(request: HttpRequest, known: Collection[str]) -> None:
    """Raise UnknownParameter where a request has any but the known parameters, or one of them twice."""
    unknown = sorted(set(request.GET) - set(known))
    if unknown:
        raise UnknownParameter(f"{', '.join(unknown)}: not known here. Known are: {', '.join(known)}.")
    repeated = sorted(name for name in request.GET if len(request.GET.getlist(name)) > 1)
    if repeated:
        raise UnknownParameter(f"{', '.join(repeated)}: given more than once.")
