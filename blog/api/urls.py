"""The API and its addresses."""

from ninja import NinjaAPI

from .errors import handle_errors
from .views import router

api = NinjaAPI(
    title="QN Wellness shop API",
    version="1.0.0",
    description="The articles that mention a product, best first.",
    urls_namespace="shop-api",
    docs_url=None,
    openapi_url="openapi.json",
)
handle_errors(api)
api.add_router("", router)
