"""What an import asks before it plans: names that may mean something this site knows by another name.

Owns one kind of question a file, and what is proposed as its answer. Writes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...models import ImportItem
from ..links import shop_hosts
from .authors import AuthorQuestion, about_authors
from .products import ProductQuestion, about_products
from .said import said_by
from .slugs import SlugQuestion, about_slugs
from .tags import TagQuestion, about_tags

if TYPE_CHECKING:
    from ..decisions import Decisions

__all__ = ["AuthorQuestion", "ProductQuestion", "Questions", "SlugQuestion", "TagQuestion", "asked"]


@dataclass(frozen=True, slots=True)
class Questions:
    """What is to be decided, each kind in the order of its names. False when there is nothing."""

    authors: Sequence[AuthorQuestion] = ()
    tags: Sequence[TagQuestion] = ()
    products: Sequence[ProductQuestion] = ()
    slugs: Sequence[SlugQuestion] = ()

    def __bool__(self) -> bool:
        return bool(self.authors or self.tags or self.products or self.slugs)


def asked(items: Iterable[ImportItem], decisions: "Decisions") -> Questions:
    """Return what these articles leave open. A handful of queries, whatever their number."""
    hosts = frozenset(shop_hosts())
    said = [said_by(item, hosts) for item in items if item.content]
    return Questions(
        about_authors(said, decisions.authors),
        about_tags(said, decisions.tags),
        about_products(said, decisions.products),
        about_slugs(said, decisions.slugs),
    )
