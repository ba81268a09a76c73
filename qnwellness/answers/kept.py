"""An answer as it is kept: its bytes, also compressed, and its headers; given again to whoever asks."""

import gzip
import re
import time
from collections.abc import Iterable
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from .front import say_keys

# Below this, compressing saves nothing that counts.
_LEAST_BYTES = 256
_LEVEL = 6
_COMPRESSIBLE = re.compile(
    r"text/|application/(?:[\w.+-]*json|[\w.+-]*xml|javascript)|image/svg", re.IGNORECASE
)
_ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))", re.IGNORECASE)


def tag(response: HttpResponse) -> None:
    """Say by what an answer is known, unless its view has said so: by what it says, in whatever form it is sent."""
    if not response.has_header("ETag"):
        response.headers["ETag"] = f'W/"{sha256(response.content).hexdigest()[:32]}"'


class Kept:
    """One answer. `made` is when, by `time.monotonic`, in seconds; `parts` is what it was made of."""

    __slots__ = ("_compressed", "_content", "_headers", "made", "parts", "size")

    def __init__(self, response: HttpResponse, parts: Iterable[str]) -> None:
        self.made = time.monotonic()
        self.parts = frozenset(parts)
        self._content = response.content
        tag(response)
        self._compressed = b""
        if _is_worth_it(response):
            patch_vary_headers(response, ["Accept-Encoding"])
            self._compressed = gzip.compress(self._content, _LEVEL, mtime=0)
        say_keys(response, self.parts)
        self._headers = dict(response.items())
        self._headers.pop("Content-Length", None)
        words = sum(len(name) + len(value) for name, value in self._headers.items())
        self.size = len(self._content) + len(self._compressed) + words + sum(map(len, self.parts))

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return it for a GET or HEAD, in the form that was asked for; 304 to who has it already."""
        meta = request.META
        headers = dict(self._headers)
        content = self._content
        if self._compressed and _ACCEPTS_GZIP.search(meta.get("HTTP_ACCEPT_ENCODING", "")):
            content = self._compressed
            headers["Content-Encoding"] = "gzip"
            # The same in another form: what one of them is known by must not stand for the bytes of the other.
            if not headers["ETag"].startswith("W/"):
                headers["ETag"] = f"W/{headers['ETag']}"
        headers["Content-Length"] = str(len(content))
        response = HttpResponse(content, headers=headers)
        if "HTTP_IF_NONE_MATCH" in meta or "HTTP_IF_MATCH" in meta:
            return self._conditional(request, response)
        if request.method == "HEAD":
            response.content = b""
        return response

    def _conditional(self, request: HttpRequest, whole: HttpResponse) -> HttpResponse:
        response = get_conditional_response(request, etag=whole["ETag"], response=whole)
        if response is not whole:
            # Django leaves out what a cache need not hear, and with it the leave for other sites to read the answer.
            for name, value in self._headers.items():
                if not name.startswith("Content-"):
                    response.headers.setdefault(name, value)
        elif request.method == "HEAD":
            response.content = b""
        return response


def _is_worth_it(response: HttpResponse) -> bool:
    kind = response.get("Content-Type", "")
    is_plain = not response.has_header("Content-Encoding") and len(response.content) >= _LEAST_BYTES
    return is_plain and bool(_COMPRESSIBLE.match(kind))
