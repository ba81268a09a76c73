"""What lets us into a shop: a token that lasts, or what a token for a day is got with. Pure.

Apps made since January 2026 have no token to copy: their client id and secret are exchanged for one of 24 hours.
https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode

from qnwellness.fetching import Answer

from .answers import check_status, json_of
from .errors import Busy, Refused, TokenRefused

# What may stand in a header: anything else would be told to the log by the library that refuses it.
_SECRET = re.compile(r"[\x21-\x7e]{1,512}")
# A token is not used in its last five minutes.
_MARGIN = 300.0

# Sends a form to a path of the shop.
SendForm = Callable[[str, bytes], Answer]


@dataclass(frozen=True, slots=True)
class Credentials:
    """Either `token`, or `client_id` and `client_secret`."""

    token: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)

    def given(self) -> bool:
        """Tell whether there is anything to get in with."""
        return bool(self.token or (self.client_id and self.client_secret))


class Tokens:
    """The tokens for a day that this process has got, by shop and app."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: dict[tuple[str, Credentials], tuple[str, float]] = {}

    def token(self, shop: str, credentials: Credentials, send: SendForm) -> str:
        """Return a token for a shop. Raises Busy, Refused or TokenRefused."""
        if credentials.token:
            return _checked(credentials.token)
        kept, until = self._kept.get((shop, credentials), ("", 0.0))
        if not kept or self._clock() >= until:
            kept, lasts = _exchanged(credentials, send)
            self._kept[shop, credentials] = kept, self._clock() + lasts - _MARGIN
        return kept

    def forget(self, shop: str, credentials: Credentials) -> bool:
        """Forget a token that the shop does not know; tell whether another may be had."""
        return self._kept.pop((shop, credentials), None) is not None


def _exchanged(credentials: Credentials, send: SendForm) -> tuple[str, float]:
    form = {
        "grant_type": "client_credentials",
        "client_id": credentials.client_id,
        "client_secret": credentials.client_secret,
    }
    answer = send("/admin/oauth/access_token", urlencode(form).encode())
    if answer.status == HTTPStatus.BAD_REQUEST:
        raise TokenRefused(
            "Shopify gives the app no token. The operator checks SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET; the app"
            " must be installed in the shop, and both must belong to one organization."
        )
    check_status(answer)
    said = json_of(answer)
    lasts = said.get("expires_in")
    if not isinstance(said.get("access_token"), str) or not isinstance(lasts, int | float):
        raise Busy("Shopify's answer has no token.")
    return _checked(said["access_token"]), float(lasts)


def _checked(token: str) -> str:
    if not _SECRET.fullmatch(token):
        raise Refused("The access token is none: there are spaces or odd characters in it.")
    return token
