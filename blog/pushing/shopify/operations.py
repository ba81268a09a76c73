"""What is asked of Shopify's Admin API: GraphQL, and the variables that go with it. Pure.

Read from https://shopify.dev/docs/api/admin-graphql/latest at version 2026-10: `productByIdentifier`,
`metafieldDefinitions`, `metafieldDefinitionCreate`, `metafieldsSet`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from .metafield import DEFINITION, KEY, NAMESPACE, TYPE

# The newest stable version. Each is answered for a year, after that by the oldest that still is.
VERSION = "2026-10"
# More metafields are refused: https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet
MAX_METAFIELDS = 25

Request = Mapping[str, Any]


def find_products(handles: Sequence[str]) -> Request:
    """Ask for the ids of products by their exact handles, as `p0`, `p1` ..., and whether the definition is there.

    A search (`products(query:)`) finds by words, and a new product only once it is indexed.
    """
    numbers = range(len(handles))
    declared = ", ".join(f"$h{number}: String!" for number in numbers)
    fields = "\n".join(
        f"  p{number}: productByIdentifier(identifier: {{handle: $h{number}}}) {{ id handle }}"
        for number in numbers
    )
    definition = (
        f'  metafieldDefinitions(first: 1, ownerType: PRODUCT, namespace: "{NAMESPACE}", key: "{KEY}")'
        " { nodes { id } }"
    )
    query = f"query FindProducts({declared}) {{\n{fields}\n{definition}\n}}"
    return {"query": query, "variables": {f"h{number}": handle for number, handle in enumerate(handles)}}


def create_definition() -> Request:
    """Ask for the definition, which names the metafield in the shop's admin and opens it to headless shops."""
    query = (
        "mutation DefineRelatedArticles($definition: MetafieldDefinitionInput!) {\n"
        "  metafieldDefinitionCreate(definition: $definition) {\n"
        "    createdDefinition { id }\n    userErrors { code field message }\n  }\n}"
    )
    return {"query": query, "variables": {"definition": dict(DEFINITION)}}


def set_metafields(values: Sequence[tuple[str, str]]) -> Request:
    """Ask for values to be written, as (id of the product, value). All are written, or none."""
    query = (
        "mutation SetRelatedArticles($metafields: [MetafieldsSetInput!]!) {\n"
        "  metafieldsSet(metafields: $metafields) {\n"
        "    metafields { id }\n    userErrors { code field elementIndex message }\n  }\n}"
    )
    metafields = [
        {"ownerId": owner, "namespace": NAMESPACE, "key": KEY, "type": TYPE, "value": value}
        for owner, value in values
    ]
    return {"query": query, "variables": {"metafields": metafields}}
