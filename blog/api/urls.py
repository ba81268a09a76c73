"""The API and its addresses."""

from typing import Any

from django.urls import re_path
from ninja import NinjaAPI

from .content.views import router as content
from .errors import handle_errors
from .headers import shareable
from .rules import by_the_rules, elsewhere
from .views import router


class ShopAPI(NinjaAPI):
    """An API whose every address, known or not, keeps the same rules."""

    @property
    def urls(self) -> tuple[list[Any], str, str]:
        """Return the addresses, and one behind them that matches all others below the API's own."""
        patterns, app_name, namespace = super().urls
        for pattern in patterns:
            pattern.callback = by_the_rules(pattern.callback)
        return [*patterns, re_path("", by_the_rules(elsewhere))], app_name, namespace


api = ShopAPI(
    title="QN Wellness shop API",
    version="1.0.0",
    description="The articles that mention a product, best first; and articles and products as content.",
    urls_namespace="shop-api",
    docs_url=None,
    docs_decorator=shareable,
    openapi_url="openapi.json",
)
handle_errors(api)
api.add_router("", router)
api.add_router("", content)
