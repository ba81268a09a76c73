"""The section file, as a shop's developer gets it."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from qnwellness.answers.keeping import keep

from ...api.rules import by_the_rules
from ..released import integrity_of

NAME = "related-articles.liquid"
SECTION = (Path(__file__).parent / NAME).read_bytes()
_ETAG = quote_etag(integrity_of(SECTION))


@by_the_rules
def section_file(request: HttpRequest) -> HttpResponse:
    """Answer with the file, as one to keep."""
    response = HttpResponse(SECTION, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{NAME}"'
    response["ETag"] = _ETAG
    response["Cache-Control"] = "public, max-age=300"
    return get_conditional_response(request, etag=_ETAG, response=keep(response, is_exact=True))
