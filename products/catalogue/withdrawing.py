"""Products that are missing from a whole catalogue: hidden, never deleted."""

from collections.abc import Set

from django.db.models import Q, QuerySet

from products.availability import State
from products.catalogue.document import Catalogue
from products.catalogue.known import Known, about, loaded
from products.catalogue.obstacles import obstacle
from products.catalogue.plan import Action, Plan, change
from products.catalogue.planning import latest, record_of
from products.models import CatalogueRecord, ProductIndexPage, ProductPage

# A catalogue that would withdraw more than this, and more than half, is taken for one that was cut off.
FEW = 1


def missing(catalogue: Catalogue, spared: Set[str]) -> list[int]:
    """Return the keys of the products that came from the shop, are still sold, and that a catalogue does not name.

    A product with a row that could not be read is not missing, nor is one of the handles in `spared`.
    """
    named = {product.handle for product in catalogue.products} | spared
    titles = {row.title for row in catalogue.rejected if row.title}
    rows = _sold().exclude(product__title__in=titles).values_list("product_id", "product__handle")
    return [key for key, handle in rows.order_by("product_id") if handle not in named]


def is_too_much(gone: int, withdrawn_already: int = 0) -> bool:
    """Tell whether so many products would be withdrawn that the catalogue was rather cut off.

    `withdrawn_already` is how many the same run has withdrawn before.
    """
    every = _sold().count() + withdrawn_already
    return gone + withdrawn_already > FEW and (gone + withdrawn_already) * 2 > every


def refusal(gone: int) -> str:
    """Return what a person is told when nothing is withdrawn because it would be too much."""
    return (
        f"{gone} products are missing from this catalogue, more than half of all: it may have been cut off, so none "
        f"was withdrawn; if it is whole, confirm that many may be withdrawn (by command: --withdraw-many)"
    )


def plan_withdrawals(keys: list[int], parent: ProductIndexPage) -> tuple[list[Plan], Known]:
    """Return the plans to withdraw these products, and what is known of them here."""
    pages = list(loaded(Q(pk__in=keys)))
    known = about(pages, parent)
    return [_withdrawal(page, known) for page in pages], known


def _withdrawal(page: ProductPage, known: Known) -> Plan:
    record = record_of(page)
    reason = obstacle(page, known)
    values = {"state": State.HIDDEN}
    return Plan(
        Action.CONFLICT if reason else Action.WITHDRAW,
        page.handle or "",
        page.title,
        page=page,
        draft=latest(page),
        values=values,
        draft_values=values,
        changes=(change("state", page.state, State.HIDDEN),),
        reason=reason,
        said=record.said if record else {},
    )


def _sold() -> QuerySet:
    """Return the records of products the shop has brought and nobody has taken off the shelf."""
    gone = (State.HIDDEN, State.DISCONTINUED)
    return CatalogueRecord.objects.filter(withdrawn_at__isnull=True).exclude(product__state__in=gone)
