"""The custom element's script, as shops load it: the newest version, or one they name together with its hash."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from qnwellness.answers.keeping import keep

from ..api.rules import by_the_rules
from .released import Release, newest, releases

_FIVE_MINUTES = "public, max-age=300"
_FOR_GOOD = "public, max-age=31536000, immutable"


@by_the_rules
def newest_element(request: HttpRequest) -> HttpResponse:
    """Answer with the newest version, which a browser asks for again after five minutes."""
    return _script(request, newest(), _FIVE_MINUTES)


@by_the_rules
def released_element(request: HttpRequest, version: str) -> HttpResponse:
    """Answer with a version, which never changes."""
    release = releases().get(version)
    if release is None:
        raise Http404("no such version")
    return _script(request, release, _FOR_GOOD)


def _script(request: HttpRequest, release: Release, kept: str) -> HttpResponse:
    response = HttpResponse(
        release.content, content_type="text/javascript; charset=utf-8", status=HTTPStatus.OK
    )
    response["ETag"] = etag = quote_etag(release.integrity)
    response["Cache-Control"] = kept
    # Shops that are isolated from other origins load nothing that does not say this.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return get_conditional_response(request, etag=etag, response=keep(response, is_exact=True))
