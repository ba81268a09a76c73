"""An import as a row: what it is, how far it has come and what happened, so that it can go on where it stopped."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from products.catalogue.carrying_out import carry_out
from products.catalogue.document import Catalogue
from products.catalogue.intake import Intake, product_list, slices
from products.catalogue.plan import Action, Plan
from products.catalogue.readers import read
from products.catalogue.report import ProductOutcome, counted, rejected
from products.catalogue.withdrawing import is_too_much, refusal
from products.models import CatalogueRun, ProductIndexPage
from qnwellness.content.files import Unreadable

# Products that `advance` writes between two looks at the clock.
STEP = 50
_OPEN = (CatalogueRun.Status.PLANNED, CatalogueRun.Status.RUNNING)
# How long `start_run` plans, in seconds: somebody waits for its answer.
PATIENCE = 12
# Reading a long file takes seconds; whoever advances a run asks for the same one again and again.
_last_read: dict[tuple[str, str], Catalogue] = {}


def start_run(
    data: bytes,
    *,
    source: str,
    trigger: str,
    user: Any = None,
    format: str | None = None,
    full: bool | None = None,
) -> CatalogueRun:
    """Read and plan a catalogue, and return the run that `advance` carries out; nothing else is written.

    `full` overrides what the file says of itself. Where too much would be withdrawn, `error` says so and nothing will
    be, unless `may_withdraw_many` is set. Of a very long file only the first products are planned at once; `counts`
    then has the others as "unplanned". Raises Unreadable.
    """
    digest = sha256(data).hexdigest()
    catalogue = _read(data, digest, format or "")
    run = CatalogueRun(
        source=source[:2000], trigger=trigger, user=user, digest=digest, format=catalogue.format
    )
    run.is_full = bool(catalogue.is_full) if full is None else full
    intake = Intake(catalogue, product_list(), user=user)
    counts = _foreseen_counts(intake)
    counts["error"] += len(catalogue.rejected)
    gone = len(intake.missing()) if run.is_full else 0
    run.error = refusal(gone) if is_too_much(gone) else ""
    run.total = len(catalogue.products) + gone
    run.counts = dict(+counts) | ({"withdraw": gone} if gone else {})
    # Nobody can guess the name: what a shop pays for its goods may stand in the file.
    run.file.save(f"{uuid4().hex}.catalogue", ContentFile(data), save=False)
    run.save()
    return run


def plan_of(run: CatalogueRun) -> Iterator[Plan]:
    """Yield what a run would do with each product from where it stands, withdrawals last. Raises Unreadable."""
    intake = _intake(run)
    yield from _plans(intake, run.position, len(intake.catalogue.products))
    gone = intake.missing() if run.is_full else []
    if gone and (run.may_withdraw_many or not is_too_much(len(gone), _withdrawn(run))):
        for start, stop in slices(len(gone)):
            yield from intake.withdrawals(gone[start:stop])[0]


def catalogue_of(run: CatalogueRun) -> Catalogue:
    """Return what the file of a run says, as long as it is kept: until the run is done. Raises Unreadable."""
    return _intake(run).catalogue


def advance(run: CatalogueRun, *, seconds: float) -> CatalogueRun:
    """Carry out more of a run for about so many seconds, and return it as it then stands.

    What was done is committed together with how far it has come, so that a run can be advanced again after anything
    that stopped it, and by two at once. A run that is finished stays as it is.
    """
    until = time.monotonic() + seconds
    try:
        intake = _intake(run)
    except Unreadable as problem:
        return _failed(run, str(problem))
    while True:
        run, outcomes = step(run, intake, size=STEP)
        if outcomes is None or time.monotonic() >= until:
            return run


def step(
    run: CatalogueRun, intake: Intake, *, size: int, keeps_report: bool = True
) -> tuple[CatalogueRun, list[ProductOutcome] | None]:
    """Carry out the next so many products of a run in one transaction; return it, and their outcomes.

    The outcomes are None when the run was finished already. `keeps_report` adds them to its report.
    """
    with transaction.atomic():
        run = CatalogueRun.objects.select_for_update().get(pk=run.pk)
        if run.status not in _OPEN:
            return run, None
        # Two imports at once take turns.
        ProductIndexPage.objects.select_for_update().get(pk=intake.parent.pk)
        if run.status == CatalogueRun.Status.PLANNED:
            run.status, run.counts, run.position, run.error = CatalogueRun.Status.RUNNING, {}, 0, ""
        outcomes = _next(run, intake, size)
        run.counts = dict(counted(outcomes) + _counter(run))
        if keeps_report:
            run.report += [as_line(outcome) for outcome in outcomes if worth_telling(outcome)]
        run.save()
    if run.status not in _OPEN and run.file:
        run.file.delete()
    return run, outcomes


def as_line(outcome: ProductOutcome) -> dict[str, Any]:
    """Return an outcome as a line of a run's report: the keys of ProductOutcome."""
    return asdict(outcome)


def worth_telling(outcome: ProductOutcome) -> bool:
    """Tell whether a report needs the outcome: a product that is as it was needs no line."""
    return bool(outcome.action != Action.SKIP or outcome.warnings or outcome.clashes)


def _next(run: CatalogueRun, intake: Intake, size: int) -> list[ProductOutcome]:
    products = intake.catalogue.products
    if run.position < len(products):
        plans, known = intake.plans(run.position, min(run.position + size, len(products)))
        run.position += len(plans)
        return carry_out(plans, known, intake.user)
    gone = intake.missing() if run.is_full else []
    if gone and is_too_much(len(gone), _withdrawn(run)) and not run.may_withdraw_many:
        run.error, gone = refusal(len(gone)), []
    # One that is locked here stays missing: it is met once.
    left = gone[max(0, run.counts.get("conflict_withdraw", 0)) :]
    if left:
        plans, known = intake.withdrawals(left[:size])
        outcomes = carry_out(plans, known, intake.user)
        run.position += len(plans)
        stuck = sum(1 for outcome in outcomes if outcome.action != Action.WITHDRAW)
        if stuck:
            run.counts["conflict_withdraw"] = run.counts.get("conflict_withdraw", 0) + stuck
        return outcomes
    run.status = CatalogueRun.Status.DONE
    run.finished_at = timezone.now()
    run.counts.pop("conflict_withdraw", None)
    return [rejected(row) for row in intake.catalogue.rejected]


def _plans(intake: Intake, start: int, stop: int) -> Iterator[Plan]:
    for first, last in slices(stop - start):
        yield from intake.plans(start + first, start + last)[0]


def _foreseen_counts(intake: Intake) -> Counter[str]:
    """Count what would be done, as far as that is known in reasonable time."""
    until = time.monotonic() + PATIENCE
    counts: Counter[str] = Counter()
    number = len(intake.catalogue.products)
    for start, stop in slices(number):
        if time.monotonic() > until:
            counts["unplanned"] = number - start
            break
        counts += counted(_foreseen(plan) for plan in intake.plans(start, stop)[0])
    return counts


def _foreseen(plan: Plan) -> ProductOutcome:
    action = None if plan.action is Action.ERROR else str(plan.action)
    return ProductOutcome(plan.handle, plan.title, action, clashes=tuple(plan.clashes))


def _counter(run: CatalogueRun) -> Counter[str]:
    return Counter(run.counts)


def _withdrawn(run: CatalogueRun) -> int:
    """Return how many products this run has withdrawn so far."""
    return 0 if run.status == CatalogueRun.Status.PLANNED else int(run.counts.get("withdraw", 0))


def _intake(run: CatalogueRun) -> Intake:
    try:
        with run.file.open("rb") as file:
            data = file.read()
    except (OSError, ValueError):
        raise Unreadable("The file of this import is not kept any more; hand it in again.") from None
    return Intake(_read(data, run.digest, run.format), product_list(), user=run.user)


def _read(data: bytes, digest: str, format: str) -> Catalogue:
    key = (digest, format)
    if key not in _last_read:
        catalogue = read(data, format=format or None)
        _last_read.clear()
        # It is asked for again by the name of the format it was recognised as.
        _last_read[(digest, catalogue.format)] = catalogue
        return catalogue
    return _last_read[key]


def _failed(run: CatalogueRun, error: str) -> CatalogueRun:
    run = CatalogueRun.objects.get(pk=run.pk)
    if run.status in _OPEN:
        run.status, run.error, run.finished_at = CatalogueRun.Status.FAILED, error, timezone.now()
        run.save()
    return run
