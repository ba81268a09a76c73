"""Carries out the plans of a slice together: each product whole or not at all, what follows from them once for all."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from products.catalogue.apply import apply
from products.catalogue.known import LISTS, Known
from products.catalogue.plan import Action, Plan
from products.catalogue.records import mark_withdrawn, remember
from products.catalogue.report import ProductOutcome, failed, outcome
from products.catalogue.versions import keep_versions
from products.models import ProductPage
from qnwellness.content.indexing import indexing_together
from qnwellness.content.together import all_together

# What a product refers to other objects by; a price or a state changes none of it.
_REFERRING = {"pictures", "description", "other_names", "ingredients", "variants"}


def carry_out(plans: Iterable[Plan], known: Known, user: Any = None) -> list[ProductOutcome]:
    """Write what the plans say, inside the caller's transaction, and return what happened to each product.

    A product that cannot be stored is left as it was; the others go in.
    """
    outcomes: list[ProductOutcome] = []
    done: list[tuple[Plan, ProductPage]] = []
    with all_together(), indexing_together(*LISTS, "former_keys"):
        with disable_reference_index_auto_update():
            for plan in plans:
                result = _one(plan, known, user)
                if isinstance(result, ProductPage):
                    done.append((plan, result))
                outcomes.append(
                    result if isinstance(result, ProductOutcome) else outcome(plan, result or plan.page)
                )
            keep_versions([page for plan, page in done if plan.writes and plan.draft is None], user)
        _remember(done)
    return outcomes


def _one(plan: Plan, known: Known, user: Any) -> ProductPage | ProductOutcome | None:
    """Write one product; return its page, or what went wrong, or None if there was nothing to be done with it."""
    if not plan.writes:
        return plan.page if plan.action is Action.SKIP else None
    try:
        with transaction.atomic():
            return apply(plan, known, user)
    except ValidationError as problem:
        reason = f"the site refuses it: {'; '.join(problem.messages)}"
    except (DatabaseError, OSError) as problem:
        reason = f"it could not be stored: {problem}"
    # What was undone in the database is still in memory.
    known.parent.refresh_from_db()
    return failed(plan, f"row {plan.row}: {reason}" if plan.row else reason)


def _remember(done: Sequence[tuple[Plan, ProductPage]]) -> None:
    now = timezone.now()
    remember([pair for pair in done if pair[0].action is not Action.WITHDRAW], now)
    mark_withdrawn([page for plan, page in done if plan.action is Action.WITHDRAW], now)
    for plan, page in done:
        if plan.writes and _refers(plan):
            pictures = [row.image for row in page.images.all()] if "pictures" in plan.values else []
            for changed in (page, *pictures):
                ReferenceIndex.create_or_update_for_object(changed)


def _refers(plan: Plan) -> bool:
    """Tell whether a plan may change what its product refers to."""
    if plan.page is None:
        return bool(plan.values.get("pictures")) or "<a " in plan.values.get("description", "")
    return not _REFERRING.isdisjoint(plan.values)
