"""What Shopify's answers mean. Pure.

https://shopify.dev/docs/api/usage/response-codes, https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits
"""

import json
import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NoReturn

from qnwellness.fetching import Answer

from .errors import Busy, Refused, TokenRefused

SCOPES = "read_products and write_products"
# Where a shop says no more than that it is too much.
_A_WHILE = 2.0
_LONGEST = 600.0
# Refusals that a person has to see to.
_REFUSALS = {
    HTTPStatus.PAYMENT_REQUIRED: "Shopify has frozen the shop, for its bill was not paid.",
    HTTPStatus.FORBIDDEN: f"Shopify does not let the app in. Its version needs the scopes {SCOPES}, and it must be"
    " installed in the shop.",
    HTTPStatus.NOT_FOUND: "There is no such shop. The operator checks the setting SHOPIFY_SHOP.",
    HTTPStatus.LOCKED: "Shopify has locked the shop.",
}
_SHOPIFY_REJECTED_AS_HARMFUL = 430
_BUSY_CODES = {"INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE"}


def data_of(answer: Answer) -> Mapping[str, Any]:
    """Return the data of an answer in GraphQL. Raises Busy, Refused or TokenRefused."""
    check_status(answer)
    said = json_of(answer)
    if errors := said.get("errors"):
        # Where it is not GraphQL that refuses, they are a text.
        first = errors[0] if isinstance(errors, list) else errors
        _raise(first if isinstance(first, dict) else {"message": first}, said)
    data = said.get("data")
    if not isinstance(data, dict):
        raise Busy("Shopify's answer has no data.")
    return data


def check_status(answer: Answer) -> None:
    """Raise Busy, Refused or TokenRefused unless an answer is one at all."""
    status = answer.status
    if status == HTTPStatus.OK:
        return
    if status == HTTPStatus.UNAUTHORIZED:
        raise TokenRefused(
            "Shopify does not know the access token. The operator checks SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET,"
            " or SHOPIFY_ADMIN_TOKEN, and that the app is installed in the shop."
        )
    if status in {HTTPStatus.TOO_MANY_REQUESTS, _SHOPIFY_REJECTED_AS_HARMFUL}:
        raise Busy("Shopify asks us to slow down.", _seconds(answer.headers.get("retry-after")))
    if status in _REFUSALS:
        raise Refused(_REFUSALS[HTTPStatus(status)])
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Busy(
            f"Shopify has trouble of its own (status {status}).",
            _seconds(answer.headers.get("retry-after"), None),
        )
    raise Refused(f"Shopify answers with status {status}; the operator checks the setting SHOPIFY_SHOP.")


def json_of(answer: Answer) -> Mapping[str, Any]:
    """Return what an answer says in JSON. Raises Busy for what is none: a maintenance page, say."""
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise Busy("Shopify's answer is no JSON.")
    return said


def _raise(error: Mapping[str, Any], said: Mapping[str, Any]) -> NoReturn:
    message = " ".join(str(error.get("message", "")).split())[:300]
    extensions = error.get("extensions")
    code = str(extensions.get("code")) if isinstance(extensions, dict) else ""
    if code == "THROTTLED":
        raise Busy("Shopify asks us to slow down.", _until_affordable(said))
    if code in _BUSY_CODES:
        raise Busy(f"Shopify has trouble of its own: {message}")
    if code == "ACCESS_DENIED":
        raise Refused(
            f"The app may not do this in the shop; its version needs the scopes {SCOPES}. Shopify says: {message}"
        )
    raise Refused(f"Shopify refuses: {message}")


def _until_affordable(said: Mapping[str, Any]) -> float:
    """Return the seconds until a request that was too dear can be paid for, by what the answer says of it."""
    try:
        cost = said["extensions"]["cost"]
        status = cost["throttleStatus"]
        missing = float(cost["requestedQueryCost"]) - float(status["currentlyAvailable"])
        return _bounded(missing / float(status["restoreRate"]))
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return _A_WHILE


def _seconds(written: str | None, otherwise: float | None = _A_WHILE) -> float | None:
    try:
        return _bounded(float(written or ""))
    except ValueError:
        return otherwise


def _bounded(seconds: float) -> float:
    if not math.isfinite(seconds):
        return _A_WHILE
    return min(max(seconds, 1.0), _LONGEST)
