"""A run between its file and its first word: its plan is kept with it, it is begun, or it is left.

While a run is only planned its report holds the plan. The first line of every report is about the file.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from products.catalogue.plan import Action, Plan
from products.catalogue.report import ProductOutcome, rejected
from products.catalogue.runs import as_line, catalogue_of, plan_of
from products.models import CatalogueRun

# A plan nobody has applied is thrown away after so many days, with its file.
DAYS = 14
FILE = "file"
# How long a plan is made, in seconds, while somebody waits; a web server ends a request after 30.
PATIENCE = 10


def with_plan(run: CatalogueRun) -> CatalogueRun:
    """Return a planned run with its plan in its report. Raises Unreadable.

    Made once: deciding about thousands of products takes seconds. Of a very long catalogue the report has only the
    first products, and says so.
    """
    if run.status == CatalogueRun.Status.PLANNED and not run.report:
        catalogue = catalogue_of(run)
        about = {FILE: {"unknown": list(catalogue.unknown_columns), "notices": list(catalogue.notices)}}
        # What would be withdrawn is shown also where it takes a second word to do it.
        whole = CatalogueRun(**_values(run) | {"may_withdraw_many": True})
        lines = [as_line(_foreseen(plan)) for plan in _in_time(plan_of(whole))]
        if len(lines) < run.total:
            about[FILE]["notices"].append(_not_all(len(lines), run.total))
        run.report = [about, *lines, *(as_line(rejected(row)) for row in catalogue.rejected)]
        CatalogueRun.objects.filter(pk=run.pk, status=run.status).update(report=run.report)
    return run


def begin(run: CatalogueRun, *, withdraw_many: bool) -> CatalogueRun:
    """Make a planned run ready to be carried out: from now on its report tells what was done. Others stay."""
    with transaction.atomic():
        run = CatalogueRun.objects.select_for_update().get(pk=run.pk)
        if run.status == CatalogueRun.Status.PLANNED:
            run.report, run.may_withdraw_many = run.report[:1], withdraw_many
            run.save(update_fields=["report", "may_withdraw_many"])
    return run


def leave(run: CatalogueRun, user: Any) -> CatalogueRun | None:
    """End a run between two products and return it; one that has written nothing is gone, with its file."""
    with transaction.atomic():
        run = CatalogueRun.objects.select_for_update().get(pk=run.pk)
        if run.status == CatalogueRun.Status.PLANNED:
            run.delete()
        elif run.status == CatalogueRun.Status.RUNNING:
            run.status, run.finished_at = CatalogueRun.Status.FAILED, timezone.now()
            run.error = _("Stopped by %(who)s after %(done)s of %(all)s products. What was done stays.") % {
                "who": user.get_full_name() or user.get_username(),
                "done": run.position,
                "all": run.total,
            }
            run.save()
        else:
            return run
    run.file.delete(save=run.pk is not None)
    return run if run.pk else None


def forget_abandoned() -> None:
    """Throw plans away that nobody has applied for long, with their files."""
    since = timezone.now() - timedelta(days=DAYS)
    for run in CatalogueRun.objects.filter(status=CatalogueRun.Status.PLANNED, started_at__lt=since):
        file = run.file
        run.delete()
        file.delete(save=False)


def _in_time(plans: Iterable[Plan]) -> Iterator[Plan]:
    until = time.monotonic() + PATIENCE
    for plan in plans:
        yield plan
        if time.monotonic() > until:
            return


def _not_all(planned: int, total: int) -> str:
    return _(
        "The list holds the first %(planned)s of %(total)s products; applying it places all of them."
    ) % {
        "planned": planned,
        "total": total,
    }


def _foreseen(plan: Plan) -> ProductOutcome:
    return ProductOutcome(
        plan.handle,
        plan.title,
        None if plan.action is Action.ERROR else str(plan.action),
        plan.page.pk if plan.page else None,
        warnings=tuple(plan.warnings),
        error=plan.reason or None,
        changes=() if plan.action is Action.CREATE else tuple(plan.changes),
        clashes=tuple(plan.clashes),
    )


def _values(run: CatalogueRun) -> dict[str, Any]:
    return {field.attname: getattr(run, field.attname) for field in run._meta.concrete_fields}
