"""What an import did, for a person and for a program."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from products.models import ProductPage


@dataclass(frozen=True, slots=True)
class ProductOutcome:
    """What happened to one product; without an action it could not be placed, and `error` says why."""

    handle: str
    title: str
    action: str | None = None
    page_id: int | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
    error: str | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What happened to one file."""

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
        """Tell whether a file could not be read or a product not be placed."""
        return any(outcome.error for outcome in (*self.products, *self.files))

    def __str__(self) -> str:
        return "\n".join(as_text(self))


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


def as_json(report: CatalogueReport) -> dict[str, Any]:
    """Return the answer of `import_catalogue --json`."""
    products = [asdict(product) for product in report.products]
    for product in products:
        del product["changed"]
    return {"products": products, "files": [asdict(file) for file in report.files]}


def as_text(report: CatalogueReport) -> Iterator[str]:
    """Yield the lines a person reads: one for each product and file, then what they should know about it."""
    for product in report.products:
        yield from product_lines(product)
    for file in report.files:
        yield from file_lines(file)


def product_lines(product: ProductOutcome) -> Iterator[str]:
    """Yield what happened to one product."""
    name = " ".join(part for part in (product.handle, f"“{product.title}”" if product.title else "") if part)
    if product.error:
        yield f"error   {name}: {product.error}" if name else f"error   {product.error}"
    else:
        changed = f" ({', '.join(product.changed)})" if product.action == "update" else ""
        yield f"{product.action:<7} {name}{changed}"
    for warning in product.warnings:
        yield f"        ! {warning}"


def file_lines(file: FileOutcome) -> Iterator[str]:
    """Yield what happened to one file."""
    yield file.error or f"{file.source}: {file.rows} rows read as {file.format}"
    for warning in file.warnings:
        yield f"        ! {warning}"
