"""The metafield that holds a product's list, and how much fits into it. Pure."""

import json
from collections.abc import Mapping
from typing import Any

# A merchant's namespace, since what an app keeps to itself themes cannot read; it has 3 to 255 characters, the key 2 to
# 64: https://shopify.dev/docs/api/admin-graphql/latest/input-objects/MetafieldsSetInput
NAMESPACE = "qnwellness"
KEY = "related_articles"
TYPE = "json"
# 128 KB for JSON: https://shopify.dev/docs/apps/build/metafields/metafield-limits
MAX_BYTES = 131_072
# No `access.admin`: that may only be said of an app's own namespace. Themes read any merchant's namespace, headless
# shops what is public: https://shopify.dev/docs/apps/build/custom-data/permissions
DEFINITION: Mapping[str, Any] = {
    "name": "Related articles",
    "namespace": NAMESPACE,
    "key": KEY,
    "description": "The articles that mention this product. Written by the site of the articles; do not edit.",
    "type": TYPE,
    "ownerType": "PRODUCT",
    "access": {"storefront": "PUBLIC_READ"},
}


def value_of(payload: Mapping[str, Any], *, at_most: int = MAX_BYTES, in_ascii: bool = False) -> str:
    """Return a list as the metafield's value: the API's answer as JSON, with as many of its articles as fit.

    `at_most` counts bytes. `in_ascii` is for files that go through programs which may take them for another encoding.
    """
    articles = list(payload["articles"])
    while True:
        told = {**payload, "count": len(articles), "articles": articles}
        written = json.dumps(told, ensure_ascii=in_ascii, separators=(",", ":"))
        # Half a surrogate pair is no character of UTF-8.
        value = written.encode("utf-8", "replace")
        if len(value) <= at_most or not articles:
            return value.decode()
        articles.pop()
