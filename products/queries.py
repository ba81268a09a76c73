"""Reads of products. Nothing here writes."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Prefetch, Q, QuerySet
from wagtail.models import Page

from qnwellness.content import references
from qnwellness.content.visibility import public

from .details import with_details

if TYPE_CHECKING:
    from .models import ProductPage


def with_pictures(products: QuerySet) -> QuerySet:
    """Add pictures and their renditions to a queryset of products. Two queries, whatever the number."""
    pictures = apps.get_model("products", "ProductImage").objects.select_related("image")
    return products.prefetch_related(Prefetch("images", pictures.prefetch_related("image__renditions")))


def load_products(ids: Iterable[int]) -> Mapping[int, "ProductPage"]:
    """Return products by id, in any state, with what a card shows. Their successors are loaded with the next ones."""
    products = list(as_cards(apps.get_model("products", "ProductPage").objects.filter(pk__in=ids)))
    references.current().expect("product", {one.replacement_id for one in products if one.replacement_id})
    return {product.pk: product for product in products}


def as_cards(products: QuerySet) -> QuerySet:
    """Load what a card shows: pictures and renditions, ingredients, variants, the shop. Three queries in all."""
    return with_details(with_pictures(products))


def listed_products(parent: Page) -> QuerySet:
    """Return the products below `parent` a shopper may see, by name."""
    return as_cards(
        public(apps.get_model("products", "ProductPage").objects.child_of(parent)).order_by("title")
    )


def find_product(*, handle: str = "", sku: str = "", gtin: str = "") -> "ProductPage | None":
    """Return the product a shopper may see by one of the shop's keys, or None."""
    keys = {name: value for name, value in {"handle": handle, "sku": sku, "gtin": gtin}.items() if value}
    # PostgreSQL refuses a text with NUL in it, also as something to look for.
    if not keys or any("\0" in value for value in keys.values()):
        return None
    return public(apps.get_model("products", "ProductPage").objects.filter(Q(**keys))).first()


def any_product() -> "ProductPage | None":
    """Return some product a shopper may see, to show what a product looks like."""
    products = public(apps.get_model("products", "ProductPage").objects.all())
    return as_cards(products).order_by("title").first()


def catalogue_names() -> list[tuple[str, str, bool]]:
    """Return (name, handle, is the name as shown) for every live product that texts can name. Two queries."""
    product_model = apps.get_model("products", "ProductPage")
    other_name_model = apps.get_model("products", "OtherName")
    live = product_model.objects.live().exclude(handle=None)
    own = [(title, handle, True) for title, handle in live.values_list("title", "handle")]
    other = other_name_model.objects.filter(product__in=live).values_list("name", "product__handle")
    return own + [(name, handle, False) for name, handle in other]
