"""Exports as a shop writes them, from the few cells a test is about."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from products.catalogue.document import Catalogue, CatalogueProduct
from products.catalogue.intake import Intake, product_list
from products.catalogue.known import Known
from products.catalogue.plan import Plan
from products.catalogue.readers import read

LEGACY = (
    *(
        "Handle",
        "Title",
        "Body (HTML)",
        "Vendor",
        "Type",
        "Tags",
        "Published",
        "Option1 Name",
        "Option1 Value",
    ),
    *("Variant SKU", "Variant Inventory Tracker", "Variant Inventory Qty", "Variant Inventory Policy"),
    *("Variant Price", "Variant Barcode", "Image Src", "Image Position", "Image Alt Text"),
    *("SEO Title", "SEO Description", "Status"),
)
CURRENT = (
    *("Title", "URL handle", "Description", "Vendor", "Product category", "Type", "Tags"),
    *("Published on online store", "Status", "SKU", "Barcode", "Option1 name", "Option1 value"),
    *(
        "Option1 Linked To",
        "Option2 name",
        "Option2 value",
        "Option2 Linked To",
        "Option3 name",
        "Option3 value",
    ),
    *("Option3 Linked To", "Price", "Compare-at price", "Cost per item", "Charge tax", "Tax code"),
    *("Unit price total measure", "Unit price total measure unit", "Unit price base measure"),
    *("Unit price base measure unit", "Inventory tracker", "Inventory quantity"),
    *("Continue selling when out of stock", "Weight value (grams)", "Weight unit for display"),
    *("Requires shipping", "Fulfillment service", "Product image URL", "Image position", "Image alt text"),
    *("Variant image URL", "Gift card", "SEO title", "SEO description"),
    "Color (product.metafields.shopify.color-pattern)",
    *(
        f"Google Shopping / {part}"
        for part in (
            *("Google product category", "Gender", "Age group", "Manufacturer part number (MPN)"),
            *("Ad group name", "Ads labels", "Condition", "Custom product"),
            *(f"Custom label {number}" for number in range(5)),
        )
    ),
)


def export(*rows: Mapping[str, str], header: tuple[str, ...] = LEGACY, delimiter: str = ",") -> str:
    """Return a CSV with these columns, and with those only the rows name after them."""
    surplus = dict.fromkeys(name for row in rows for name in row if name not in header)
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, [*header, *surplus], restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def catalogue(*rows: Mapping[str, str], header: tuple[str, ...] = LEGACY) -> Catalogue:
    """Return what is read from these rows."""
    return read(export(*rows, header=header).encode())


def product(*rows: Mapping[str, str], header: tuple[str, ...] = LEGACY) -> CatalogueProduct:
    """Return the one product that is read from these rows; they need no handle."""
    (only,) = catalogue(*({"Handle": "evening-drops", **row} for row in rows), header=header).products
    return only


def write_export(folder: Path, *rows: Mapping[str, str], name: str = "export.csv") -> Path:
    """Write a CSV and return its path."""
    path = folder / name
    path.write_bytes(export(*rows).encode())
    return path


def plan_for(product: CatalogueProduct, folder: Path | None = None) -> tuple[Plan, Known]:
    """Return what an import would do with a product, and what is known of it here."""
    (plan,), known = Intake(Catalogue("test", 1, (product,)), product_list(), folder).plans(0, 1)
    return plan, known
