"""The style sheet a shop may link for the list it gets as HTML: few rules, each easily overruled."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from qnwellness.answers.keeping import keep

from ..api.rules import by_the_rules
from .released import integrity_of

SHEET = (Path(__file__).parent / "related-articles.css").read_bytes()
_ETAG = quote_etag(integrity_of(SHEET))


@by_the_rules
def fragment_sheet(request: HttpRequest) -> HttpResponse:
    """Answer with the style sheet, which a browser asks for again after five minutes."""
    response = HttpResponse(SHEET, content_type="text/css; charset=utf-8")
    response["ETag"] = _ETAG
    response["Cache-Control"] = "public, max-age=300"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return get_conditional_response(request, etag=_ETAG, response=keep(response, is_exact=True))
