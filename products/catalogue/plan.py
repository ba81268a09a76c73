"""What an import would do with one product, decided before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.db.models import Q

from products.catalogue.description import canonical
from products.catalogue.document import CatalogueProduct, IngredientLine, Unusable
from products.catalogue.pictures import FoundPicture, find_picture
from products.catalogue.stated import Stated, stated
from products.models import ProductPage
from qnwellness.images.models import SiteImage


class Action(StrEnum):
    """What is to be done with a product."""

    CREATE = "create"
    UPDATE = "update"
    SKIP = "skip"


class Unplaceable(ValueError):
    """A product that has no place on this site; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One product and all that changes about it; `values` are fields, a list is None where it stays as it is."""

    action: Action
    handle: str
    title: str
    page: ProductPage | None
    values: Mapping[str, Any] = field(default_factory=dict)
    other_names: Sequence[str] | None = None
    ingredients: Sequence[IngredientLine] | None = None
    pictures: Sequence[FoundPicture] | None = None
    warnings: Sequence[str] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields and lists this plan changes."""
        lists = ("other_names", "ingredients", "pictures")
        return (*self.values, *(name for name in lists if getattr(self, name) is not None))


def make_plan(product: CatalogueProduct, folder: Path) -> Plan:
    """Decide what to do with a product; its pictures are looked up in `folder`.

    Nothing is written. What the file does not state stays as it is. Raises Unplaceable.
    """
    page = ProductPage.objects.filter(handle=product.handle).first()
    base = _as_edited(page)
    said = stated(product, base)
    warnings = [*product.notices, *said.warnings, *_about_page(product, said, page)]
    pictures = _pictures(product, base, folder, warnings)
    title = said.values.get("title") or (base.title if page else "")
    if not title:
        raise Unplaceable(f"row {product.row}: the product {product.handle} has no title; give it one")
    values = {name: value for name, value in said.values.items() if _differs(base, name, value)}
    if page is None:
        values["handle"] = product.handle
    lists = {
        "other_names": _changed(said.other_names, [item.name for item in base.other_names.all()]),
        "ingredients": _changed(said.ingredients, list(_ingredients(base))),
        "pictures": pictures,
    }
    changes = bool(values) or any(value is not None for value in lists.values())
    action = Action.CREATE if page is None else Action.UPDATE if changes else Action.SKIP
    return Plan(action, product.handle, title, page, values, warnings=tuple(warnings), **lists)


def _as_edited(page: ProductPage | None) -> ProductPage:
    """Return what the file is compared with: what shoppers see, or the draft of a product nobody sees."""
    if page is None:
        return ProductPage()
    return page if page.live else page.get_latest_revision_as_object()


def _differs(base: ProductPage, name: str, value: Any) -> bool:
    now = getattr(base, name)
    if name == "description" and now != value:
        return canonical(now) != value
    return now != value


def _changed(wanted: Sequence[Any] | None, now: Sequence[Any]) -> Sequence[Any] | None:
    return None if wanted is None or list(wanted) == list(now) else wanted


def _ingredients(base: ProductPage) -> Iterator[IngredientLine]:
    for item in base.ingredients.all():
        yield IngredientLine(item.name, item.form, item.amount)


def _pictures(
    product: CatalogueProduct, base: ProductPage, folder: Path, warnings: list[str]
) -> Sequence[FoundPicture] | None:
    """Return the pictures that are to lead the product's gallery, or None if they do."""
    found: dict[str, FoundPicture] = {}
    for picture in product.pictures:
        try:
            file = find_picture(picture, folder)
        except Unusable as problem:
            warnings.append(f"{picture.place}: {problem}")
        else:
            found.setdefault(file.digest, file)
    warnings += _kept_texts(found)
    shown = [item.image.source_hash for item in base.images.all()] if base.pk else []
    return None if [digest for digest in shown if digest in found] == list(found) else list(found.values())


def _kept_texts(found: Mapping[str, FoundPicture]) -> Iterator[str]:
    """Yield a line for each stored picture that is described in other words here."""
    for image in SiteImage.objects.filter(source_hash__in=found):
        alt = found[image.source_hash].alt
        if alt and image.description != alt[:255]:
            yield f"the picture {found[image.source_hash].path.name} keeps the description it has here"


def _about_page(product: CatalogueProduct, said: Stated, page: ProductPage | None) -> Iterator[str]:
    """Yield lines about what a person should look at on this site."""
    if page is None:
        yield from _same_codes(product, said.values)
    elif not page.live:
        yield "this product is unpublished here: changes are saved as a draft"
    elif page.approved_schedule:
        yield "a version of this product is scheduled here: import again when it is published"


def _same_codes(product: CatalogueProduct, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line where a new product has the codes of another one: its handle may have been changed in the shop."""
    codes = [Q(**{name: values[name]}) for name in ("sku", "gtin") if values.get(name)]
    if codes:
        condition = codes[0] | codes[-1]
        for other in ProductPage.objects.filter(condition).exclude(handle=product.handle)[:3]:
            yield f"its SKU or GTIN is also that of {other.handle}; was the handle changed in the shop?"
