"""What this site knows about some products of a catalogue, loaded together: a few queries, however many they are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Revision, WorkflowState

from products.catalogue.document import CatalogueProduct
from products.models import FormerKey, ProductIndexPage, ProductPage, Variant

# The rows below a product that a catalogue can state.
LISTS = ("other_names", "ingredients", "variants", "images__image")


@dataclass(slots=True)
class Known:
    """Products by handle, and what else there is to know before one is written.

    `reviewed` and `scheduled` hold the keys of pages with a workflow under way, or a version to come; `codes` the
    handles of other products by SKU and GTIN, and `former` those by a handle they had.
    """

    parent: ProductIndexPage
    pages: Mapping[str, ProductPage] = field(default_factory=dict)
    reviewed: frozenset[int] = frozenset()
    scheduled: frozenset[int] = frozenset()
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    slugs: frozenset[str] = frozenset()


def look_up(
    products: Iterable[CatalogueProduct], parent: ProductIndexPage, renamed: Mapping[str, str]
) -> Known:
    """Return what is known of these products; `renamed` names the handle here of each that has a new one."""
    products = list(products)
    handles = {product.handle for product in products}
    wanted = handles | {renamed[handle] for handle in handles & renamed.keys()}
    pages = {page.handle: page for page in loaded(Q(handle__in=wanted))}
    new = [product for product in products if product.handle not in pages]
    known = about(pages.values(), parent)
    known.pages = pages
    if new:
        known.codes = _codes(new)
        known.former = _former(new)
        known.slugs = frozenset(parent.get_children().filter(slug__in=handles).values_list("slug", flat=True))
    return known


def about(pages: Iterable[ProductPage], parent: ProductIndexPage) -> Known:
    """Return what else there is to know of some products."""
    keys = [str(page.pk) for page in pages]
    reviewed = WorkflowState.objects.active().filter(
        object_id__in=keys, base_content_type__app_label="wagtailcore"
    )
    scheduled = Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False)
    return Known(
        parent,
        reviewed=frozenset(int(key) for key in reviewed.values_list("object_id", flat=True)),
        scheduled=frozenset(int(key) for key in scheduled.values_list("object_id", flat=True)),
    )


def loaded(condition: Q) -> Iterator[ProductPage]:
    """Yield products with their records and with all rows below them."""
    products = ProductPage.objects.filter(condition).select_related("catalogue_record")
    yield from products.prefetch_related(*LISTS).order_by("pk")


def codes_of(product: CatalogueProduct) -> set[str]:
    """Return the SKUs and GTINs a catalogue states for a product and its variants."""
    said = [part.value for part in (product.sku, product.gtin) if part]
    for variant in product.variants.value if product.variants else ():
        said += [variant.sku, variant.gtin]
    return {code for code in said if code}


def _codes(products: Iterable[CatalogueProduct]) -> Mapping[str, frozenset[str]]:
    wanted = set().union(*(codes_of(product) for product in products))
    found: dict[str, set[str]] = {}
    for model, handle in ((ProductPage, "handle"), (Variant, "product__handle")):
        for name in ("sku", "gtin"):
            rows = model.objects.filter(**{f"{name}__in": wanted}, **{f"{handle}__isnull": False})
            for code, owner in rows.values_list(name, handle):
                found.setdefault(code, set()).add(owner)
    return {code: frozenset(owners) for code, owners in found.items()}


def _former(products: Iterable[CatalogueProduct]) -> Mapping[str, str]:
    keys = FormerKey.objects.filter(
        kind=FormerKey.Kind.HANDLE, value__in=[product.handle for product in products]
    )
    return {value: handle for value, handle in keys.values_list("value", "product__handle") if handle}
