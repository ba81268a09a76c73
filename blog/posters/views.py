"""The addresses of pictures."""

import logging
from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header, quote_etag
from django.views.decorators.http import require_safe

from qnwellness.content.visibility import asking_once, public

from ..describing.poster import TITLE, Pictured, pictured
from ..models import ArticlePage
from .drawing import CannotDraw
from .pictures import picture
from .turns import Busy

logger = logging.getLogger(__name__)

# The address changes with the picture. Caches between us and readers ask again after an hour, so that a picture of
# an article that was taken back does not outlive it by much.
_FOREVER = {"public": True, "max_age": 31_536_000, "s_maxage": 3_600, "immutable": True}
_REDIRECTED_FOR = 300
_AFTER_A_FAILURE = 60
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
def infographic_picture(
    request: HttpRequest, article: str, block: str, name: str, digest: str = ""
) -> HttpResponse:
    """Answer with a picture, drawn now if nobody has asked for it before.

    A digest of an earlier state, and none, lead on to the picture of today: what others have embedded stays true.
    Raises Http404 for an article a shopper may not see, and for a block that is not there (any more).
    """
    with asking_once():
        page = public(ArticlePage.objects.filter(pk=article, alias_of=None)).first()
        if page is None:
            raise Http404("no such article")
        with page.being_served():
            current = pictured(page, request)
    shown = _find(current, block)
    if (shown.block, shown.digest) != (block, digest):
        response: HttpResponse = HttpResponseRedirect(shown.url(name))
        patch_cache_control(response, public=True, max_age=_REDIRECTED_FOR)
        return response
    return _answer(request, page, shown, name, current)


def _find(current: Sequence[Pictured], block: str) -> Pictured:
    """Return what a picture shows. The title of an article that has an infographic by now is pictured by that."""
    found = next((shown for shown in current if shown.block == block), None)
    if found is None and block != TITLE:
        raise Http404("no such infographic")
    return found or current[0]


def _answer(
    request: HttpRequest, page: ArticlePage, shown: Pictured, name: str, current: Sequence[Pictured]
) -> HttpResponse:
    etag = quote_etag(f"{shown.digest}-{name}")
    response = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            drawn = picture(shown, name, current)
        except Busy as error:
            return _later(error.seconds)
        except (CannotDraw, OSError) as error:
            logger.error("No %s of %s in article %s: %s", name, shown.block, shown.article, error)
            return _later(_AFTER_A_FAILURE)
        response = HttpResponse(drawn, content_type=_TYPES[name.rpartition(".")[2]])
        response["Content-Disposition"] = content_disposition_header(False, f"{page.slug}-{name}")
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        # Other sites show it in their pages.
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["ETag"] = etag
    patch_cache_control(response, **_FOREVER)
    return response


def _later(seconds: int) -> HttpResponse:
    response = HttpResponse(
        "This picture is not ready yet.\n", status=503, content_type="text/plain; charset=utf-8"
    )
    response["Retry-After"] = str(seconds)
    patch_cache_control(response, no_store=True)
    return response
