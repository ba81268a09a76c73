"""Where products stand: the articles that show them, as published and in their newest drafts, place by place."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from products.availability import State
from products.models import ProductPage
from qnwellness.content.references import find_references
from qnwellness.content.visibility import is_public, restricted_paths

from ..models import ArticlePage
from ..uses import Use, editable, uses
from .product_places import KIND, ProductPlace, product_places


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place as the screen lists it. `url` leads to it in the form of its article."""

    place: ProductPlace
    url: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class ShowingArticle:
    """An article that shows a product, with the places. `status` is empty for a published one, `url` may be."""

    title: str
    status: str
    language: str
    url: str
    places: tuple[ShownPlace, ...]


@dataclass(frozen=True, slots=True)
class ProductStanding:
    """Articles by title, how many others the user may not see, and the products this one takes the place of."""

    shown: tuple[ShowingArticle, ...]
    hidden: int
    replaces: tuple[ProductPage, ...]

    @property
    def articles(self) -> int:
        """Return the number of articles, named or not."""
        return len(self.shown) + self.hidden

    @property
    def is_used(self) -> bool:
        """Tell whether anything would change for readers or editors if the product went."""
        return bool(self.articles or self.replaces)


def used_products(products: Collection[int]) -> dict[int, set[int]]:
    """Return those of these products (ids) that are in use, each with the ids of the articles that show it.

    One that takes the place of a discontinued product outside of these is in use, even if by no article.
    """
    wanted, found = set(products), defaultdict[int, set[int]](set)
    for use in uses(KIND, wanted, of_unpublished=True):
        for name, raw in use.stored.items():
            stream = ArticlePage._meta.get_field(name).stream_block
            for kind, pk in find_references(stream, raw):
                if kind == KIND and pk in wanted:
                    found[pk].add(use.article.pk)
    for product in _replaced_by(wanted):
        found[product.replacement_id] |= set()
    return dict(found)


def product_standing(product: ProductPage, user: Any) -> ProductStanding:
    """Return where a product stands, as far as a user may know.

    Of an article the user may edit that is all, with the way to its form; of another one what every reader sees.
    Places of a draft that are the same in the published version are left out.
    """
    everywhere = list(uses(KIND, [product.pk], of_unpublished=True))
    allowed, restricted = editable((use.article for use in everywhere), user), restricted_paths()
    seen = [
        use
        for use in everywhere
        if use.article.pk in allowed or (not use.is_draft and is_public(use.article, restricted))
    ]
    hidden = {use.article.pk for use in everywhere} - {use.article.pk for use in seen}
    shown = tuple(_by_article(seen, product.pk, allowed))
    return ProductStanding(shown, len(hidden), tuple(_replaced_by({product.pk})))


def _replaced_by(products: Collection[int]) -> Iterable[ProductPage]:
    replaced = ProductPage.objects.filter(replacement__in=products, state=State.DISCONTINUED, live=True)
    return replaced.exclude(pk__in=products).order_by("title")


def _by_article(seen: Iterable[Use], product: int, allowed: set[int]) -> Iterator[ShowingArticle]:
    ordered = sorted(seen, key=lambda use: (use.article.title, use.article.pk, use.is_draft))
    for _key, group in groupby(ordered, key=lambda use: use.article.pk):
        versions = list(group)
        yield _article(versions, product, can_edit=versions[0].article.pk in allowed)


def _article(versions: list[Use], product: int, *, can_edit: bool) -> ShowingArticle:
    article = versions[0].article
    form = reverse("wagtailadmin_pages:edit", args=[article.pk]) if can_edit else ""
    title = (article.draft_title if can_edit else "") or article.title or _("Untitled")
    return ShowingArticle(
        title=title,
        status="" if article.live else _("Not published"),
        language=article.locale.language_code,
        url=form or (article.url or ""),
        places=tuple(_places(versions, product, form)),
    )


def _places(versions: Iterable[Use], product: int, form: str) -> Iterator[ShownPlace]:
    told: set[ProductPlace] = set()
    for use in versions:
        for name, raw in use.stored.items():
            stream = ArticlePage._meta.get_field(name).stream_block
            found = [place for place in product_places(name, stream, raw, product) if place not in told]
            told.update(found)
            for place in found:
                url = f"{form}#:w:contentpath={place.path}" if form else ""
                yield ShownPlace(place, url, use.is_draft and use.article.live)
