"""The file a shop needs when its blog is left: from every old address to the new one."""

import csv
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.generic import View

from .listing import records_of

# The header Shopify's import of URL redirects asks for.
_HEADER = ["Redirect from", "Redirect to"]
# What a spreadsheet would read as a formula. OWASP: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class RedirectsView(View):
    """Hands out the redirects of the published articles a user may edit; with `?drafts=1` those of drafts too."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return the file."""
        rows = redirects(request.user, with_drafts="drafts" in request.GET)
        lines = csv.writer(_Echo())
        written = (lines.writerow(row) for row in ([*_HEADER], *rows))
        return StreamingHttpResponse(
            written,
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="redirects.csv"'},
        )


def redirects(user: AbstractBaseUser, *, with_drafts: bool = False) -> Iterator[list[str]]:
    """Yield old path and new address of each imported article that has an old path, in the order of the paths."""
    records = records_of(user).exclude(path="").select_related("article").order_by("path")
    if not with_drafts:
        records = records.filter(article__live=True)
    for record in records:
        address = record.article.full_url
        if address:
            yield [_path(record.path), address]


def _path(path: str) -> str:
    """Return a path as it stands in an address, which never begins like a formula."""
    found = quote(path, safe="/%:@!$&'()*+,;=-._~")
    return found if not found.startswith(_FORMULA) and found.startswith("/") else f"/{found}"


class _Echo:
    """Hands back every line it is given, for a file that is sent while it is written."""

    def write(self, value: Any) -> Any:
        return value
