"""Follows what people decided about the names in an article."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any
from urllib.parse import unquote

from .decisions import Decisions
from .document import SourceArticle

_HANDLE = re.compile(r"(?P<before>href=[\"'][^\"']*/products/)(?P<handle>[^/\"'?#]+)", re.IGNORECASE)


def decided(article: SourceArticle, decisions: Decisions) -> SourceArticle:
    """Return the article with the names this site knows: those left out are gone, equal ones are one.

    A link to a product that is left out stays the link it is.
    """
    changes: dict[str, Any] = {
        "authors": _named(article.authors, decisions.authors),
        "tags": _named(article.tags, decisions.tags),
        "slug": decisions.slugs.get(article.source) or article.slug,
    }
    if handles := {said: means for said, means in decisions.products.items() if means and means != said}:
        changes["elements"] = _linked(article.elements, handles)
    return replace(article, **changes)


def _named(names: tuple[str, ...], means: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for said in names if (name := means.get(said, said))))


def _linked(value: Any, handles: Mapping[str, str]) -> Any:
    """Return elements whose links lead to the handles of today."""

    def today(match: re.Match[str]) -> str:
        said = unquote(match["handle"])
        return match["before"] + handles.get(said.lower(), match["handle"])

    if isinstance(value, str):
        return _HANDLE.sub(today, value) if "/products/" in value else value
    if isinstance(value, tuple):
        return tuple(_linked(part, handles) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        linked = {name: _linked(part, handles) for name, part in parts.items()}
        changed = {name: part for name, part in linked.items() if part != parts[name]}
        return replace(value, **changed) if changed else value
    return value
