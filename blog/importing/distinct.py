"""Tells pictures of one article apart that have the same file name and different addresses."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from .document import PictureElement, SourceArticle


def with_distinct_pictures(article: SourceArticle) -> SourceArticle:
    """Return the article with a name of its own for every picture: the first keeps its name, as a file beside the text
    would be called, another one of that name at another address gets a part of the address' digest added."""
    addresses: dict[str, set[str]] = {}
    for picture in _pictures((article.hero, article.elements)):
        addresses.setdefault(picture.name, set()).add(picture.address)
    if all(len(found) == 1 for found in addresses.values()):
        return article
    names = _Names()
    hero = names.given(article.hero) if article.hero else None
    return replace(article, hero=hero, elements=names.given(article.elements))


@dataclass
class _Names:
    """Names by address, of those met so far."""

    first: dict[str, str] = field(default_factory=dict)

    def given(self, value: Any) -> Any:
        """Return elements whose pictures have names of their own."""
        if isinstance(value, PictureElement):
            if self.first.setdefault(value.name, value.address) == value.address:
                return value
            path = PurePosixPath(value.name)
            digest = sha256(value.address.encode("utf-8", "replace")).hexdigest()[:8]
            return replace(value, name=f"{path.stem}-{digest}{path.suffix}")
        if isinstance(value, tuple):
            return tuple(self.given(part) for part in value)
        if _has_elements(value):
            return replace(value, elements=self.given(value.elements))
        return value


def _pictures(value: Any) -> Iterator[PictureElement]:
    if isinstance(value, PictureElement):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _pictures(part)
    elif _has_elements(value):
        yield from _pictures(value.elements)


def _has_elements(value: Any) -> bool:
    return is_dataclass(value) and any(part.name == "elements" for part in fields(value))
