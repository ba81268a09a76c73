"""Reads of products. Nothing here writes."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from wagtail.models import Page

from qnwellness.answers.parts import made_of, row
from qnwellness.content import references
from qnwellness.content.visibility import public

from .availability import Standing, State, Surface, rule
from .details import with_details

if TYPE_CHECKING:
    from .models import ProductPage


# What lists of products are made of beside the products in them: whatever may add one, or take one out.
PRODUCTS = "products"
# What prices are made of that grow old: when a catalogue was last seen.
PRICES = "prices"


def kept_under(*keys: str | None) -> list[str]:
    """Return what is made of the product that has one of these keys, as `answers.parts` names it."""
    return [row("key", key) for key in keys if key]


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


def listed(products: QuerySet) -> QuerySet:
    """Return those of some products a shopper finds in lists, as the table of states says."""
    made_of(PRODUCTS)
    states = [state for state in State if rule(Standing(state), Surface.LISTING).shown]
    return public(products).filter(state__in=states)


def listed_products(parent: Page) -> QuerySet:
    """Return the products below `parent` a shopper finds in lists, by name."""
    return as_cards(listed(_products().child_of(parent)).order_by("title"))


def find_product(*, handle: str = "", sku: str = "", gtin: str = "") -> "ProductPage | None":
    """Return the product a shopper may see by one of the shop's keys, or None.

    The keys of a variant find its product. A handle it had before finds it as long as no other product has that now.
    """
    keys = {name: value for name, value in {"handle": handle, "sku": sku, "gtin": gtin}.items() if value}
    # PostgreSQL refuses a text with NUL in it, also as something to look for.
    if not keys or any("\0" in value for value in keys.values()):
        return None
    made_of(*kept_under(*keys.values()))
    meant = Q(**keys)
    codes = {name: value for name, value in keys.items() if name != "handle"}
    if codes:
        by_variant = _rows("Variant").filter(product=OuterRef("pk"), **codes)
        meant |= Exists(by_variant) & Q(**({"handle": handle} if handle else {}))
    if handle:
        formerly = _rows("FormerKey").filter(product=OuterRef("pk"), kind="handle", value=handle)
        taken = _rows("ProductPage").filter(handle=handle)
        meant |= Exists(formerly) & ~Exists(taken) & Q(**codes)
    return public(_products().filter(meant)).order_by("pk").first()


def _products() -> QuerySet:
    return _rows("ProductPage").all()


def _rows(model: str) -> Any:
    return apps.get_model("products", model).objects


def any_product() -> "ProductPage | None":
    """Return some product a shopper may see, to show what a product looks like."""
    products = public(apps.get_model("products", "ProductPage").objects.all())
    return as_cards(products).order_by("title").first()


def catalogue_names() -> list[tuple[str, str, bool]]:
    """Return (name, handle, is the name as shown) for every live product that texts can name. Three queries.

    Names a product had before are among those that are not its name as shown, unless another product has them now.
    """
    live = _products().live().exclude(handle=None)
    own = [(title, handle, True) for title, handle in live.values_list("title", "handle")]
    other = _rows("OtherName").filter(product__in=live).values_list("name", "product__handle")
    former = _rows("FormerKey").filter(product__in=live, kind="name").values_list("value", "product__handle")
    known = {name for name, _handle, _is_shown in own} | {name for name, _handle in other}
    more = [(name, handle) for name, handle in former if name not in known]
    return own + [(name, handle, False) for name, handle in [*other, *more]]
