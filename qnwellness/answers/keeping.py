"""How a view says that its answer is the same for everybody, and until what changes."""

from collections.abc import Collection, Iterable
from http import HTTPStatus
from typing import TypeVar

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from .parts import ANYTHING, ENDS_SOON

_MARK = "is_for_everybody"
R = TypeVar("R", bound=HttpResponseBase)


def keep(response: R, *, is_exact: bool = False) -> R:
    """Mark an answer as depending on nothing but its address and on what shoppers see, and return it.

    An exact one depends on nothing else than what was heard while it was made; any other on anything.
    """
    setattr(response, _MARK, "exact" if is_exact else "any")
    return response


def may_be_kept(response: HttpResponseBase, heard: Collection[str] = ()) -> bool:
    """Tell whether an answer was marked, is whole, says nothing about who asked, and will be good for a while.

    `heard` was heard while it was made.
    """
    return (
        bool(getattr(response, _MARK, ""))
        and ENDS_SOON not in heard
        and isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and not response.cookies
        and not response.has_header("Set-Cookie")
    )


def parts_of(response: HttpResponseBase, heard: Iterable[str]) -> frozenset[str]:
    """Return what a marked answer is made of, where `heard` was heard while it was made."""
    return frozenset(heard) if getattr(response, _MARK, "") == "exact" else frozenset((ANYTHING,))
