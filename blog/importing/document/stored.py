"""A source article as JSON, and back: for imports that wait for a decision."""

import types
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from blog.importing.document import source as shapes
from blog.importing.document.source import SourceArticle

_KIND = "kind"


def to_json(article: SourceArticle) -> dict[str, Any]:
    """What `json.dumps` can write of an article; nothing of it is lost."""
    stored: dict[str, Any] = _stored(article)
    return stored


def from_json(stored: dict[str, Any]) -> SourceArticle:
    """The article `to_json` was given. Raises KeyError or TypeError for anything else."""
    article = _loaded(SourceArticle, stored)
    if not isinstance(article, SourceArticle):
        raise TypeError("This is no stored article.")
    return article


def _stored(value: Any) -> Any:
    if is_dataclass(value):
        parts = {
            field.name: _stored(part)
            for field in fields(value)
            if (part := getattr(value, field.name)) != field.default
        }
        return {_KIND: type(value).__name__, **parts}
    if isinstance(value, tuple):
        return [_stored(part) for part in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _loaded(hint: Any, value: Any) -> Any:
    if isinstance(value, dict):
        shape = getattr(shapes, value[_KIND])
        hints = _hints(shape)
        return shape(**{name: _loaded(hints[name], part) for name, part in value.items() if name != _KIND})
    if isinstance(value, list):
        (inner, *_rest) = get_args(hint)
        return tuple(_loaded(inner, part) for part in value)
    if isinstance(value, str) and datetime in _alternatives(hint):
        return datetime.fromisoformat(value)
    return value


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
