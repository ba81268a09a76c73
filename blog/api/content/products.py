"""Products, in a list and whole."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.rich_text import RichText

from products.availability import Standing, State, Surface, rule
from products.details import ingredients_of, variants_of
from products.models import ProductPage
from products.queries import PRODUCTS, as_cards
from products.showing import show
from qnwellness.answers.parts import made_of
from qnwellness.content.visibility import public

from .cursor import Cursor
from .reading import SQUARE, WIDE, Reading


def listed() -> QuerySet[ProductPage]:
    """Return the products a shopper finds in lists, by name. Five queries with everything a list says of them."""
    made_of(PRODUCTS)
    states = [state for state in State if rule(Standing(state), Surface.LISTING).shown]
    found = public(ProductPage.objects.filter(state__in=states, handle__isnull=False))
    return as_cards(found).order_by("title", "pk")


def behind(products: QuerySet[ProductPage], cursor: Cursor) -> QuerySet[ProductPage]:
    """Return the products of a list that come behind one."""
    return products.filter(Q(title__gt=cursor.key) | Q(title=cursor.key, pk__gt=cursor.number))


def cursor_of(product: ProductPage) -> Cursor:
    """Return where a list goes on behind a product."""
    return Cursor(product.title, product.pk)


def summary(
    request: HttpRequest, product: ProductPage, surface: Surface = Surface.LISTING
) -> dict[str, Any] | None:
    """Return what a list says of a product, or None where nothing may be said."""
    shown = show(product, surface)
    if shown is None or shown.product.pk != product.pk:
        return None
    reading = Reading(product.get_full_url(request))
    return {
        **reading.offered(shown),
        "url": reading.address,
        "summary": product.summary,
        "image": reading.picture(product.picture, SQUARE),
    }


def whole(request: HttpRequest, product: ProductPage) -> dict[str, Any] | None:
    """Return a product with all its page says, or None where nothing may be said."""
    said = summary(request, product, Surface.PAGE)
    if said is None:
        return None
    reading = Reading(said["url"])
    pictures = [reading.picture(row.image, WIDE) for row in product.images.all()]
    lines = ("name", "form", "amount", "provides")
    return {
        **said,
        "sku": product.sku,
        "gtin": product.gtin,
        "form": product.form,
        "portion": product.portion,
        "allergens": product.allergens,
        "suitability": list(product.suitability),
        **{
            name: reading.html(RichText(getattr(product, name))) if getattr(product, name) else ""
            for name in ("description", "directions", "cautions")
        },
        "ingredients": [{name: getattr(one, name) for name in lines} for one in ingredients_of(product)],
        "variants": [
            {
                "name": one.name,
                "sku": one.sku,
                "gtin": one.gtin,
                "state": str(one.state),
                "price": _price(said, one),
            }
            for one in variants_of(product)
        ],
        "images": [one for one in pictures if one],
    }


def _price(said: dict[str, Any], variant: Any) -> Any:
    # Where the product says no price, as one that is too old, its variants say none.
    return variant.price if said["price"] is not None else None
