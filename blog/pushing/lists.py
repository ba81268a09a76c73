"""A product's list as it is sent, without anybody having asked."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from products.models import ProductPage

from ..api.representation import related_articles_out
from ..mentions.queries import related_articles
from .channels import Outgoing

# More than a product page shows: the shop says how many it wants.
LIMIT = 10


def outgoing(product: ProductPage) -> Outgoing:
    """Return the list of a product a shopper may see, with the addresses of the site it is on."""
    answer = related_articles_out(None, product, related_articles(product, LIMIT))
    return _sealed(product.handle, answer.model_dump(mode="json"))


def nothing(handle: str) -> Outgoing:
    """Return the list of a product that is gone or hidden: the shop is to forget what it has."""
    return _sealed(handle, {"product": {"handle": handle, "name": "", "url": ""}, "count": 0, "articles": []})


def _sealed(handle: str, payload: Mapping[str, Any]) -> Outgoing:
    # Without articles nothing is shown, whatever else is said of the product.
    shown = payload if payload["articles"] else handle
    canonical = json.dumps(shown, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Outgoing(handle, payload, sha256(canonical.encode()).hexdigest())
