"""Every error in one shape: `{"error": {"code", "message"}}`."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError


class UnknownProduct(LookupError):
    """No product a shopper may see has this key."""


class MissingParameter(ValueError):
    """A request does not say what it is about."""


def handle_errors(api: NinjaAPI) -> None:
    """Answer the API's own errors and invalid parameters in the contract's shape."""

    @api.exception_handler(UnknownProduct)
    def unknown_product(request: HttpRequest, error: UnknownProduct) -> HttpResponse:
        return api.create_response(request, body("unknown_product", str(error)), status=404)

    @api.exception_handler(MissingParameter)
    def missing(request: HttpRequest, error: MissingParameter) -> HttpResponse:
        return api.create_response(request, body("missing_parameter", str(error)), status=400)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        problems = "; ".join(f"{item['loc'][-1]}: {item['msg']}" for item in error.errors)
        return api.create_response(request, body("invalid_parameter", problems), status=400)


def body(code: str, message: str) -> dict[str, dict[str, str]]:
    """Return the body of an error answer."""
    return {"error": {"code": code, "message": message}}
