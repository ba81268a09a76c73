"""What an import did, for a person and for a program."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from products.catalogue.document import RejectedRow
from products.catalogue.plan import Action, Change, Clash, Plan
from products.catalogue.wording import label_of
from products.models import ProductPage


@dataclass(frozen=True, slots=True)
class ProductOutcome:
    """What happened to one product; without an action it could not be placed, and `error` says why.

    The `error` of a conflict says why nothing was written. `changes` and `clashes` tell of single fields.
    """

    handle: str
    title: str
    action: str | None = None
    page_id: int | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
    error: str | None = None
    changes: tuple[Change, ...] = ()
    clashes: tuple[Clash, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields and lists that were changed."""
        return tuple(change.name for change in self.changes)


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What happened to one file. Its `error` says why it was not read, or not carried out whole."""

    source: str
    format: str | None = None
    rows: int = 0
    unknown_columns: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class CatalogueReport:
    """The outcome of an import of one file, or of several that were joined."""

    products: tuple[ProductOutcome, ...] = ()
    files: tuple[FileOutcome, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Tell whether a file could not be read, or a product not be placed or only with a conflict."""
        return any(outcome.error for outcome in (*self.products, *self.files))

    def __str__(self) -> str:
        return "\n".join(as_text(self))


def outcome(plan: Plan, page: ProductPage | None) -> ProductOutcome:
    """Return the outcome of a plan; `page` is the product, if there is one."""
    return ProductOutcome(
        handle=plan.handle,
        title=plan.title,
        action=None if plan.action is Action.ERROR else str(plan.action),
        page_id=page.pk if page else None,
        url=public_url(page),
        warnings=tuple(plan.warnings),
        error=plan.reason or None,
        # All of a new product is new.
        changes=() if plan.action is Action.CREATE else tuple(plan.changes),
        clashes=tuple(plan.clashes),
    )


def failed(plan: Plan, error: str) -> ProductOutcome:
    """Return the outcome of a plan that could not be carried out."""
    return ProductOutcome(plan.handle, plan.title, warnings=tuple(plan.warnings), error=error)


def rejected(row: RejectedRow) -> ProductOutcome:
    """Return the outcome of a row that names no product."""
    return ProductOutcome("", row.title, error=row.reason)


def joined(reports: Iterable[CatalogueReport]) -> CatalogueReport:
    """Return one report of several files."""
    reports = list(reports)
    return CatalogueReport(
        products=tuple(product for report in reports for product in report.products),
        files=tuple(file for report in reports for file in report.files),
    )


def public_url(page: ProductPage | None) -> str | None:
    """Return where shoppers find a product, None if they do not."""
    return page.url if page and page.live and page.is_publicly_offered() else None


def counted(products: Iterable[ProductOutcome]) -> Counter[str]:
    """Return the number of products by action, of those that could not be placed, and of fields in conflict."""
    counts: Counter[str] = Counter()
    for product in products:
        counts[product.action or "error"] += 1
        counts["clashes"] += len(product.clashes)
    return +counts


def as_json(report: CatalogueReport) -> dict[str, Any]:
    """Return the answer of `import_catalogue --json`."""
    return {
        "products": [asdict(product) for product in report.products],
        "files": [asdict(file) for file in report.files],
        "counts": dict(counted(report.products)),
    }


def as_text(report: CatalogueReport) -> Iterator[str]:
    """Yield the lines a person reads: one for each product and file, then what they should know about it."""
    for product in report.products:
        yield from product_lines(product)
    for file in report.files:
        yield from file_lines(file)


def product_lines(product: ProductOutcome) -> Iterator[str]:
    """Yield what happened to one product: one line, then one for each change, conflict and warning."""
    name = " ".join(part for part in (product.handle, f"“{product.title}”" if product.title else "") if part)
    what = product.action or "error"
    if product.error:
        yield f"{what:<8} {name}: {product.error}" if name else f"{what:<8} {product.error}"
    else:
        changed = f" ({', '.join(product.changed)})" if product.action == Action.UPDATE else ""
        yield f"{what:<8} {name}{changed}"
    if product.action == Action.UPDATE:
        for change in product.changes:
            yield f"         {label_of(change.name)}: “{change.old}” → “{change.new}”"
    for warning in remarks(product):
        yield f"         ! {warning}"


def remarks(product: ProductOutcome) -> Iterator[str]:
    """Yield what a person should know about a product: its conflicts, then its warnings."""
    for clash in product.clashes:
        yield (
            f"{label_of(clash.name)}: edited here and changed in the shop; “{clash.ours}” stays, "
            f"the shop says “{clash.theirs}”"
        )
    yield from product.warnings


def file_lines(file: FileOutcome) -> Iterator[str]:
    """Yield what happened to one file."""
    yield file.error or f"{file.source}: {file.rows} rows read as {file.format}"
    for warning in file.warnings:
        yield f"        ! {warning}"
