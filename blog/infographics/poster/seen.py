"""A poster as it is seen: its texts without what has neither width nor form."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from .text.characters import visible
from .value import Poster


def seen(poster: Poster) -> Poster:
    """Return a poster with every text as it is drawn, so that a text without a visible character is empty."""
    shown: Poster = _seen(poster)
    return shown


def _seen(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        return tuple(_seen(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _seen(getattr(value, field.name)) for field in fields(value)})
    return value
