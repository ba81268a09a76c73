"""Speaking to one shop's Admin API. Pure.

Only to https://NAME.myshopify.com, by the rules by which everything is fetched.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qnwellness.fetching import Answer, Network, NotFetched, post

from .answers import data_of
from .credentials import Credentials, Tokens
from .errors import Busy, TokenRefused
from .operations import VERSION, Request

SETTING = "SHOPIFY_SHOP"
# The name a shop has had from its first day, which is what its Admin API answers to.
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.myshopify\.com")
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


def is_shop(name: str) -> bool:
    """Tell whether this is the name of a shop at Shopify: NAME.myshopify.com."""
    return bool(_NAME.fullmatch(name))


@dataclass(frozen=True, slots=True)
class Client:
    """A shop and what lets us in. `tokens` outlives it."""

    shop: str
    credentials: Credentials
    tokens: Tokens
    network: Network | None = field(default=None, repr=False)

    def ask(self, request: Request) -> Mapping[str, Any]:
        """Return the data of an answer. Raises Busy, Refused or TokenRefused."""
        try:
            return self._ask(request)
        except TokenRefused:
            # One that was got earlier may have been taken back since.
            if not self.tokens.forget(self.shop, self.credentials):
                raise
            return self._ask(request)

    def _ask(self, request: Request) -> Mapping[str, Any]:
        token = self.tokens.token(self.shop, self.credentials, self._send_form)
        body = json.dumps(request, ensure_ascii=False).encode()
        headers = {"Content-Type": _JSON, "Accept": _JSON, "X-Shopify-Access-Token": token}
        return data_of(self._post(f"/admin/api/{VERSION}/graphql.json", body, headers))

    def _send_form(self, path: str, body: bytes) -> Answer:
        return self._post(path, body, {"Content-Type": _FORM, "Accept": _JSON})

    def _post(self, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        try:
            return post(
                f"https://{self.shop}{path}",
                body,
                headers=headers,
                hosts=[self.shop],
                setting=SETTING,
                network=self.network,
            )
        except NotFetched as problem:
            raise Busy(str(problem)) from None
