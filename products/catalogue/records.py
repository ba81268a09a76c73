"""What is remembered of the shop's words about each product, written for a whole slice at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from products.catalogue.plan import Action, Plan
from products.models import CatalogueRecord, ProductPage


def remember(done: Iterable[tuple[Plan, ProductPage]], now: datetime) -> None:
    """Write the records of products a catalogue has named; of one that is as it was, only when it was seen."""
    seen: list[int] = []
    new: list[CatalogueRecord] = []
    changed: list[CatalogueRecord] = []
    for plan, page in done:
        # A new product has none: asking for it would be a query each.
        record = getattr(page, "catalogue_record", None) if plan.page else None
        if record is None:
            new.append(CatalogueRecord(product=page, said=plan.said, unplaced=plan.unplaced, seen_at=now))
        elif _differs(record, plan):
            record.said, record.unplaced = dict(plan.said), dict(plan.unplaced)
            record.seen_at, record.withdrawn_at = now, None
            changed.append(record)
        else:
            seen.append(record.pk)
    CatalogueRecord.objects.bulk_create(new)
    CatalogueRecord.objects.bulk_update(
        changed, ["said", "unplaced", "seen_at", "withdrawn_at"], batch_size=100
    )
    CatalogueRecord.objects.filter(pk__in=seen).update(seen_at=now)


def mark_withdrawn(pages: Sequence[ProductPage], now: datetime) -> None:
    """Write since when products have been missing from the catalogue."""
    CatalogueRecord.objects.filter(product__in=pages).update(withdrawn_at=now)


def _differs(record: CatalogueRecord, plan: Plan) -> bool:
    return bool(
        plan.action is not Action.SKIP
        or record.withdrawn_at
        or record.said != plan.said
        or record.unplaced != plan.unplaced
    )
