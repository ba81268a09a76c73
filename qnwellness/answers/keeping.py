"""How a view says that its answer is the same for everybody."""

from django.http import HttpResponse

_MARK = "is_for_everybody"


def keep(response: HttpResponse) -> HttpResponse:
    """Mark an answer as depending on nothing but its address and on what shoppers see, and return it."""
    setattr(response, _MARK, True)
    return response


def may_be_kept(response: HttpResponse) -> bool:
    """Tell whether an answer was marked, is whole and says nothing about who asked."""
    return (
        getattr(response, _MARK, False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Set-Cookie")
    )
