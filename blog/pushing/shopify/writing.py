"""Writing lists into the metafields of products, and whose was not written. Pure."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from .errors import Busy
from .operations import MAX_METAFIELDS, Request, create_definition, find_products, set_metafields

logger = logging.getLogger(__name__)

NOT_THERE = (
    "The shop has no product with this handle. Once it has, the list is sent again when it changes, or from"
    " the screen of deliveries."
)


class Asks(Protocol):
    """Something that answers requests in GraphQL: `client.Client`."""

    def ask(self, request: Request) -> Mapping[str, Any]:
        """Return the data of an answer. Raises Busy or Refused."""
        ...


def write(shop: Asks, values: Mapping[str, str], gone: frozenset[str] = frozenset()) -> dict[str, str]:
    """Write up to 25 values, by the handles of their products; return the reason for each that was not written.

    What is in `gone` need not be in the shop either. Raises Busy or Refused where nothing was written.
    """
    if len(values) > MAX_METAFIELDS:
        raise ValueError(f"{len(values)} values are over {MAX_METAFIELDS}.")
    handles = list(values)
    if not handles:
        return {}
    found = shop.ask(find_products(handles))
    if not _nodes(found.get("metafieldDefinitions")):
        _define(shop)
    owners = _owners(handles, found)
    refused = {handle: NOT_THERE for handle in handles if handle not in owners and handle not in gone}
    return refused | _set(
        shop, [(handle, owners[handle], values[handle]) for handle in handles if handle in owners]
    )


def _owners(handles: Sequence[str], found: Mapping[str, Any]) -> dict[str, str]:
    """Return the ids of the products that are there. Two handles of one product would overwrite each other."""
    owners: dict[str, str] = {}
    for number, handle in enumerate(handles):
        product = found.get(f"p{number}")
        if (
            isinstance(product, dict)
            and product.get("handle") == handle
            and isinstance(product.get("id"), str)
        ):
            owners[handle] = product["id"]
    return owners


def _define(shop: Asks) -> None:
    """Create the definition. Without one the list is written and shown as well, so nothing ends here."""
    said = shop.ask(create_definition()).get("metafieldDefinitionCreate")
    for error in _errors(said):
        if error.get("code") != "TAKEN":
            logger.warning("The shop does not take the metafield's definition: %s", _message(error))


def _set(shop: Asks, entries: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Write what the shop takes. All are written or none, so what it refuses is left out and the rest sent again."""
    refused: dict[str, str] = {}
    left = list(entries)
    while left:
        said = shop.ask(set_metafields([(owner, value) for _, owner, value in left])).get("metafieldsSet")
        if not isinstance(said, dict):
            raise Busy("Shopify's answer does not say what was written.")
        wrong: dict[str, str] = {}
        for error in _errors(said):
            wrong.update(_blamed(error, [handle for handle, _, _ in left]))
        if not wrong:
            return refused
        refused |= wrong
        left = [entry for entry in left if entry[0] not in wrong]
    return refused


def _blamed(error: Mapping[str, Any], handles: Sequence[str]) -> dict[str, str]:
    """Return whom an error is about: one by its number, or else all."""
    number = error.get("elementIndex")
    path = error.get("field")
    if not isinstance(number, int) and isinstance(path, list):
        number = next((int(part) for part in path if str(part).isdecimal()), None)
    about = handles
    if isinstance(number, int) and 0 <= number < len(handles):
        about = [handles[number]]
    return dict.fromkeys(about, f"Shopify refuses the list: {_message(error)}")


def _errors(said: object) -> list[Mapping[str, Any]]:
    errors = said.get("userErrors") if isinstance(said, dict) else None
    return [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []


def _nodes(connection: object) -> list[Any]:
    nodes = connection.get("nodes") if isinstance(connection, dict) else None
    return nodes if isinstance(nodes, list) else []


def _message(error: Mapping[str, Any]) -> str:
    return " ".join(str(error.get("message", "")).split())[:300]
