"""Every error in one shape: `{"error": {"code", "message"}}`."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import Throttled, ValidationError

from .parameters import UnknownParameter


class UnknownProduct(LookupError):
    """No product a shopper may see has this key."""


class UnknownArticle(LookupError):
    """No article a reader may see has this address."""


class WrongParameter(ValueError):
    """A parameter has a value that cannot be."""


class MissingParameter(ValueError):
    """A request does not say what it is about."""


def handle_errors(api: NinjaAPI) -> None:
    """Answer the API's own errors and invalid parameters in the contract's shape."""

    @api.exception_handler(UnknownProduct)
    def unknown_product(request: HttpRequest, error: UnknownProduct) -> HttpResponse:
        return api.create_response(request, body("unknown_product", str(error)), status=404)

    @api.exception_handler(UnknownArticle)
    def unknown_article(request: HttpRequest, error: UnknownArticle) -> HttpResponse:
        return api.create_response(request, body("unknown_article", str(error)), status=404)

    @api.exception_handler(WrongParameter)
    def wrong(request: HttpRequest, error: WrongParameter) -> HttpResponse:
        return api.create_response(request, body("invalid_parameter", str(error)), status=400)

    @api.exception_handler(MissingParameter)
    def missing(request: HttpRequest, error: MissingParameter) -> HttpResponse:
        return api.create_response(request, body("missing_parameter", str(error)), status=400)

    @api.exception_handler(UnknownParameter)
    def unknown_parameter(request: HttpRequest, error: UnknownParameter) -> HttpResponse:
        return api.create_response(request, body("unknown_parameter", str(error)), status=400)

    @api.exception_handler(Throttled)
    def throttled(request: HttpRequest, error: Throttled) -> HttpResponse:
        said = f"Too many requests from this address: ask again in {error.wait:g} seconds, and keep answers."
        response = api.create_response(request, body("too_many_requests", said), status=429)
        response["Retry-After"] = f"{error.wait:g}"
        response["Cache-Control"] = "no-store"
        return response

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        problems = "; ".join(f"{item['loc'][-1]}: {item['msg']}" for item in error.errors)
        return api.create_response(request, body("invalid_parameter", problems), status=400)


def body(code: str, message: str) -> dict[str, dict[str, str]]:
    """Return the body of an error answer."""
    return {"error": {"code": code, "message": message}}
