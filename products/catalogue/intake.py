"""A catalogue on its way in: planned and carried out a slice of products at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from products.catalogue.document import Catalogue, CatalogueProduct
from products.catalogue.known import Known, look_up
from products.catalogue.obstacles import about_renaming, renamed_from, repeated
from products.catalogue.plan import Action, Plan
from products.catalogue.planning import plan_product
from products.catalogue.withdrawing import missing, plan_withdrawals
from products.models import ProductIndexPage, ProductPage
from qnwellness.content.files import Unreadable

# Products that are loaded, decided about and committed together.
SLICE = 200


@dataclass(frozen=True)
class Intake:
    """A catalogue, where its products go, and what the caller has decided.

    `folder` is where pictures lie, if anywhere; `renamed` gives the handle here of each product whose handle is new.
    """

    catalogue: Catalogue
    parent: ProductIndexPage
    folder: Path | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    user: Any = None

    @cached_property
    def present(self) -> frozenset[str]:
        """The handles the file names."""
        return frozenset(product.handle for product in self.catalogue.products)

    @cached_property
    def repeated(self) -> Mapping[int, CatalogueProduct]:
        """The products whose handle an earlier one has, by position, with the earlier one."""
        return repeated(self.catalogue.products)

    def plans(self, start: int, stop: int) -> tuple[list[Plan], Known]:
        """Return the plans for the products from one position to another, and what is known of them here."""
        products = self.catalogue.products[start:stop]
        known = look_up(products, self.parent, self.renamed)
        return [self._plan(product, start + n, known) for n, product in enumerate(products)], known

    def missing(self) -> list[int]:
        """Return the keys of the products here that this catalogue, if it is a whole one, withdraws.

        One that may just have another handle now is not missing.
        """
        return missing(self.catalogue, self._renamed_ones())

    def withdrawals(self, keys: list[int]) -> tuple[list[Plan], Known]:
        """Return the plans to withdraw these products, and what is known of them here."""
        return plan_withdrawals(keys, self.parent)

    def _plan(self, product: CatalogueProduct, position: int, known: Known) -> Plan:
        if position in self.repeated:
            reason = (
                f"row {product.row}: row {self.repeated[position].row} has the handle {product.handle} as well; "
                f"only that one counts, give this one another"
            )
            return _stopped(product, reason)
        page = known.pages.get(product.handle) or known.pages.get(self.renamed.get(product.handle, ""))
        if page is None:
            old = renamed_from(product, known, self.present)
            if old:
                return _stopped(product, about_renaming(product, old))
        return plan_product(product, page, known, self.folder)

    def _renamed_ones(self) -> set[str]:
        """Return the handles here of products that the file seems to have under another one."""
        here = set(ProductPage.objects.filter(handle__isnull=False).values_list("handle", flat=True))
        new = [product for product in self.catalogue.products if product.handle not in here]
        found = set()
        for start, stop in slices(len(new)):
            known = look_up(new[start:stop], self.parent, self.renamed)
            found |= {renamed_from(product, known, self.present) for product in new[start:stop]}
        return found | {old for handle, old in self.renamed.items() if handle in self.present}


def product_list() -> ProductIndexPage:
    """Return the page all products are under. Raises Unreadable unless there is exactly one."""
    found = list(ProductIndexPage.objects.all()[:2])
    if len(found) != 1:
        number = "no" if not found else "more than one"
        raise Unreadable(f"This site has {number} product list to put products under.")
    return found[0]


def slices(number: int, size: int = SLICE) -> Iterable[tuple[int, int]]:
    """Yield the first and last position of each slice of so many products."""
    for start in range(0, number, size):
        yield start, min(start + size, number)


def _stopped(product: CatalogueProduct, reason: str) -> Plan:
    title = product.title.value if product.title else ""
    return Plan(Action.CONFLICT, product.handle, title, product.row, warnings=product.notices, reason=reason)
