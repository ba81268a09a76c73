"""Metafields that hold lists, as JSON."""

import json
from typing import Any

from products.catalogue.document import IngredientLine, Unusable
from products.catalogue.readers.wording import mended, plain

_PARTS = {"name", "form", "amount"}


def read_names(text: str) -> tuple[str, ...]:
    """Return the names in a JSON list of strings, each once. Raises Unusable."""
    names = [_words(item) for item in _list(text, "names")]
    return tuple(dict.fromkeys(name for name in names if name))


def read_ingredients(text: str) -> tuple[IngredientLine, ...]:
    """Return the ingredients in a JSON list of objects with name, form and amount. Raises Unusable."""
    return tuple(_ingredient(item) for item in _list(text, "ingredients"))


def _ingredient(item: Any) -> IngredientLine:
    if not isinstance(item, dict):
        raise Unusable('each ingredient is written as {"name": "…", "form": "…", "amount": "…"}')
    surplus = sorted(str(key) for key in item.keys() - _PARTS)
    if surplus:
        raise Unusable(f"an ingredient has a name, a form and an amount; not known: {', '.join(surplus)}")
    parts = {key: _words(value) for key, value in item.items() if value is not None}
    if not parts.get("name"):
        raise Unusable("an ingredient has no name")
    return IngredientLine(**parts)


def _list(text: str, what: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Unusable(f"the list of {what} is not valid JSON; write it as [ … ]") from None
    if not isinstance(value, list):
        raise Unusable(f"the {what} are not a JSON list; write them as [ … ]")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise Unusable("only texts can stand in this list; put quotation marks round each")
    return plain(mended(value))
