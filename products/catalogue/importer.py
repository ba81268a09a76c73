"""The whole way of one file: read, plan, carry out, report."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from products.catalogue.alone import alone, bury_dead_runs
from products.catalogue.document import Catalogue
from products.catalogue.intake import SLICE, Intake, product_list, slices
from products.catalogue.plan import Plan
from products.catalogue.readers import read
from products.catalogue.report import CatalogueReport, FileOutcome, ProductOutcome, outcome, rejected
from products.catalogue.runs import advance, as_line, plan_of, start_run, step, worth_telling
from products.catalogue.withdrawing import is_too_much, refusal
from products.models import CatalogueRun
from qnwellness.content.files import Unreadable, read_bytes

__all__ = ["advance", "import_catalogue", "plan_of", "start_run"]

OnProduct = Callable[[ProductOutcome], None]
OnProgress = Callable[[int, int], None]
# An operator's file may be larger than an upload; it is read by one process, once.
MOST_BYTES = 60_000_000
NOTHING_WRITTEN = "Nothing was written, because some of it could not be placed."


class _UndoneError(Exception):
    """Takes back all that an import has written."""


def import_catalogue(
    path: Path,
    *,
    dry_run: bool = False,
    format: str | None = None,
    strict: bool = False,
    full: bool | None = None,
    withdraw_many: bool = False,
    renamed: Mapping[str, str] | None = None,
    on_product: OnProduct | None = None,
    on_progress: OnProgress | None = None,
) -> CatalogueReport:
    """Bring the products of a file in and return what happened to each.

    Raises nothing for what is wrong with the file: it stands in the report, and the other products are placed, or none
    if it is `strict`. `dry_run` writes nothing. `full` says whether missing products are withdrawn, else the file
    does; `withdraw_many` lets even most of them go. `renamed` gives the new handle of products by the old one.
    `on_product` is called with each outcome when it is known, `on_progress` with the products done and all of them.
    """
    source = path.name or str(path)
    try:
        data = read_bytes(path, MOST_BYTES)
        catalogue = read(data, format=format, max_bytes=MOST_BYTES)
        back = {new: old for old, new in (renamed or {}).items()}
        intake = Intake(catalogue, product_list(), path.parent, back)
    except Unreadable as problem:
        if not dry_run:
            _refused(source, str(problem))
        return CatalogueReport(files=(FileOutcome(source, format, error=f"{source}: {problem}"),))
    run = CatalogueRun(
        source=source,
        trigger=CatalogueRun.Trigger.COMMAND,
        format=catalogue.format,
        digest=sha256(data).hexdigest(),
        is_full=bool(catalogue.is_full) if full is None else full,
        may_withdraw_many=withdraw_many,
        total=len(catalogue.products),
    )
    tell = _Telling(on_product, on_progress, run.total)
    if dry_run:
        error, found = _foresee(run, intake, tell), []
    else:
        # Another command at work is waited for.
        with alone():
            found = bury_dead_runs()
            run.save()
            error = _carry_out(run, intake, tell, strict)
    return CatalogueReport(tuple(tell.told), (_file_outcome(source, catalogue, error, found),))


class _Telling:
    """Hands outcomes on as they are known, and keeps them."""

    def __init__(self, on_product: OnProduct | None, on_progress: OnProgress | None, total: int) -> None:
        self.told: list[ProductOutcome] = []
        self._on_product, self._on_progress, self._total = on_product, on_progress, total

    def __call__(self, outcomes: list[ProductOutcome]) -> None:
        self.told += outcomes
        for one in outcomes if self._on_product else ():
            self._on_product(one)
        if self._on_progress:
            self._on_progress(min(len(self.told), self._total), self._total)


def _foresee(run: CatalogueRun, intake: Intake, tell: _Telling) -> str | None:
    """Tell what would be done; return why some of it would not."""
    for start, stop in slices(run.total):
        tell([_foreseen(plan) for plan in intake.plans(start, stop)[0]])
    gone = intake.missing() if run.is_full else []
    error = refusal(len(gone)) if is_too_much(len(gone)) and not run.may_withdraw_many else None
    for start, stop in slices(0 if error else len(gone)):
        tell([_foreseen(plan) for plan in intake.withdrawals(gone[start:stop])[0]])
    tell([rejected(row) for row in intake.catalogue.rejected])
    return error


def _foreseen(plan: Plan) -> ProductOutcome:
    return outcome(plan, plan.page)


def _carry_out(run: CatalogueRun, intake: Intake, tell: _Telling, strict: bool) -> str | None:
    """Carry a run out to its end, and return why some of it was not."""
    try:
        if strict:
            with transaction.atomic():
                run = _all_steps(run, intake, tell)
                if run.error or any(one.error for one in tell.told):
                    raise _UndoneError
        else:
            run = _all_steps(run, intake, tell)
        status, error = CatalogueRun.Status.DONE, run.error
    except _UndoneError:
        status, error = CatalogueRun.Status.FAILED, NOTHING_WRITTEN
    except BaseException as problem:
        _finish(run, CatalogueRun.Status.FAILED, f"{type(problem).__name__}: {problem}", tell)
        raise
    _finish(run, status, error, tell)
    return error or None


def _all_steps(run: CatalogueRun, intake: Intake, tell: _Telling) -> CatalogueRun:
    for outcomes in _steps(run, intake):
        tell(outcomes)
    run.refresh_from_db()
    return run


def _steps(run: CatalogueRun, intake: Intake) -> Iterator[list[ProductOutcome]]:
    while (outcomes := step(run, intake, size=SLICE, keeps_report=False)[1]) is not None:
        yield outcomes


def _finish(run: CatalogueRun, status: str, error: str, tell: _Telling) -> None:
    report = [as_line(one) for one in tell.told if worth_telling(one)]
    CatalogueRun.objects.filter(pk=run.pk).update(
        status=status, error=error, report=report, finished_at=timezone.now()
    )


def _refused(source: str, error: str) -> None:
    """Keep that a file could not be read."""
    CatalogueRun.objects.create(
        source=source,
        trigger=CatalogueRun.Trigger.COMMAND,
        status=CatalogueRun.Status.FAILED,
        error=error,
        finished_at=timezone.now(),
    )


def _file_outcome(source: str, catalogue: Catalogue, error: str | None, found: list[str]) -> FileOutcome:
    return FileOutcome(
        source=source,
        format=catalogue.format,
        rows=catalogue.rows,
        unknown_columns=catalogue.unknown_columns,
        warnings=(*found, *catalogue.notices),
        error=f"{source}: {error}" if error else None,
    )
