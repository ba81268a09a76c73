"""Why a product must not be written at all, and what a person can do about it."""

from collections.abc import Mapping, Set

from products.catalogue.document import CatalogueProduct
from products.catalogue.known import Known, codes_of
from products.models import ProductPage


def obstacle(page: ProductPage, known: Known) -> str:
    """Return why a product that is here must not be written, or ""."""
    if not page.path.startswith(known.parent.path):
        return f"{page.handle} is kept outside the product list here; move it there and import again"
    if page.locked:
        return f"{page.handle} is locked here; unlock it and import again"
    if page.pk in known.reviewed:
        return f"{page.handle} is in review here; finish the review and import again"
    return ""


def renamed_from(product: CatalogueProduct, known: Known, present: Set[str]) -> str:
    """Return the handle of the product a new one seems to be, or "".

    That is one with the same SKU or GTIN, or one that had this handle before; unless the file states it as well.
    """
    owners = {owner for code in codes_of(product) for owner in known.codes.get(code, ())}
    owners |= {known.former[product.handle]} if product.handle in known.former else set()
    return min(owners - present - {product.handle}, default="")


def about_renaming(product: CatalogueProduct, old: str) -> str:
    """Return what to do about a product that seems to have a new handle."""
    return (
        f"row {product.row}: it has the SKU, GTIN or former handle of {old}, which is not in this file: was the handle "
        f"changed in the shop? To give {old} the new one import with --renamed {old}={product.handle}; "
        f"if it is another product, give one of the two other codes"
    )


def repeated(products: tuple[CatalogueProduct, ...]) -> Mapping[int, CatalogueProduct]:
    """Return the products whose handle an earlier one of the file has, by their position, with that earlier one."""
    first: dict[str, CatalogueProduct] = {}
    again: dict[int, CatalogueProduct] = {}
    for position, product in enumerate(products):
        if product.handle in first:
            again[position] = first[product.handle]
        first.setdefault(product.handle, product)
    return again
