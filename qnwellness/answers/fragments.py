"""What a page says, kept for those who are known and therefore get no whole answer that was kept.

The same rules hold as for whole answers: the address alone counts, and what it is made of drops it.
"""

import time
from collections.abc import Callable, Hashable

from django.conf import settings
from django.http import HttpResponse

from .changes import latest
from .keeping import keep, may_be_kept, parts_of
from .kept import tag
from .parts import made_of, recording
from .store import Store


class Fragment:
    """The content of an answer and the headers its view has set."""

    __slots__ = ("_content", "_headers", "made", "parts", "size")

    def __init__(self, response: HttpResponse, parts: frozenset[str]) -> None:
        self.made = time.monotonic()
        self.parts = parts
        self._content = response.content
        self._headers = dict(response.items())
        self.size = len(self._content) + sum(map(len, parts))

    def response(self) -> HttpResponse:
        """Return it as a new answer."""
        return keep(HttpResponse(self._content, headers=dict(self._headers)), is_exact=True)


fragments: Store[Fragment] = Store(
    settings.ANSWERS_BYTES, settings.ANSWERS_BYTES // 8, settings.ANSWERS_LONGEST, latest.has_changed
)


def once(key: Hashable, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return what `make` returns for a key, made again only when something it is made of has changed."""
    state = latest.state()
    if state is None:
        return make()
    found = fragments.find(key, state, time.monotonic())
    if found is None:
        with recording() as heard:
            response = make()
        if not may_be_kept(response, heard):
            return response
        tag(response)
        found = Fragment(response, parts_of(response, heard))
        fragments.put(key, state, found)
        return response
    made_of(*found.parts)
    return found.response()
