"""The whole way of one file: read, plan, apply, report."""

from collections.abc import Callable, Iterator
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from products.catalogue.apply import apply
from products.catalogue.document import Catalogue, CatalogueProduct, RejectedRow
from products.catalogue.plan import Action, Plan, Unplaceable, make_plan
from products.catalogue.readers import read
from products.catalogue.report import CatalogueReport, FileOutcome, ProductOutcome, public_url
from products.models import ProductIndexPage, ProductPage
from qnwellness.content.files import Unreadable, read_bytes


def import_catalogue(
    path: Path,
    *,
    dry_run: bool = False,
    format: str | None = None,
    on_product: Callable[[ProductOutcome], None] | None = None,
) -> CatalogueReport:
    """Bring the products of a file in and return what happened to each.

    Raises nothing for what is wrong with the file: it stands in the report, and the other products are placed.
    `dry_run` writes nothing; `on_product` is called with each outcome when it is known.
    """
    source = path.name or str(path)
    try:
        catalogue = read(read_bytes(path), format=format)
        parent = _parent()
    except Unreadable as problem:
        return CatalogueReport(files=(FileOutcome(source, format, error=f"{source}: {problem}"),))
    products = []
    for outcome in _outcomes(catalogue, parent, path.parent, dry_run):
        products.append(outcome)
        if on_product:
            on_product(outcome)
    return CatalogueReport(tuple(products), (_file_outcome(source, catalogue),))


def _parent() -> ProductIndexPage:
    """Return the page all products are under. Raises Unreadable unless there is exactly one."""
    found = list(ProductIndexPage.objects.all()[:2])
    if len(found) != 1:
        number = "no" if not found else "more than one"
        raise Unreadable(f"This site has {number} product list to put products under.")
    return found[0]


def _outcomes(
    catalogue: Catalogue, parent: ProductIndexPage, folder: Path, dry_run: bool
) -> Iterator[ProductOutcome]:
    for product in catalogue.products:
        yield _place(product, parent, folder, dry_run)
    for row in catalogue.rejected:
        yield _rejected(row)


def _place(
    product: CatalogueProduct, parent: ProductIndexPage, folder: Path, dry_run: bool
) -> ProductOutcome:
    try:
        plan = make_plan(product, folder)
        page = plan.page if dry_run or plan.action is Action.SKIP else apply(plan, parent)
    except Unplaceable as problem:
        return _failed(product, str(problem))
    except ValidationError as problem:
        return _failed(product, f"row {product.row}: the site refuses it: {'; '.join(problem.messages)}")
    except (DatabaseError, OSError) as problem:
        return _failed(product, f"row {product.row}: it could not be stored: {problem}")
    return _placed(plan, page)


def _placed(plan: Plan, page: ProductPage | None) -> ProductOutcome:
    if page:
        # The row tells what is public now; the page at hand may be older than its publishing.
        page = ProductPage.objects.get(pk=page.pk)
    return ProductOutcome(
        handle=plan.handle,
        title=plan.title,
        action=str(plan.action),
        page_id=page.pk if page else None,
        url=public_url(page),
        warnings=tuple(plan.warnings),
        changed=plan.changed,
    )


def _rejected(row: RejectedRow) -> ProductOutcome:
    return ProductOutcome("", row.title, error=row.reason)


def _failed(product: CatalogueProduct, error: str) -> ProductOutcome:
    title = product.title.value if product.title else ""
    return ProductOutcome(product.handle, title, warnings=product.notices, error=error)


def _file_outcome(source: str, catalogue: Catalogue) -> FileOutcome:
    return FileOutcome(
        source=source,
        format=catalogue.format,
        rows=catalogue.rows,
        unknown_columns=catalogue.unknown_columns,
        warnings=catalogue.notices,
    )
