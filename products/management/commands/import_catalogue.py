"""Bring products in from a shop's export."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from products.catalogue import import_catalogue
from products.catalogue.readers import FORMATS
from products.catalogue.report import (
    CatalogueReport,
    ProductOutcome,
    as_json,
    file_lines,
    joined,
    product_lines,
)


class Command(BaseCommand):
    """Translates the command line for `products.catalogue`."""

    help = "Create and update products from a shop's product export. Products missing from it are left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a product export")
        parser.add_argument(
            "--format", choices=FORMATS, help="the format, where it should not be recognised by content"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and write nothing"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        reports = []
        for path in options["files"]:
            report = import_catalogue(
                path,
                dry_run=options["dry_run"],
                format=options["format"],
                on_product=lambda product: self._tell(product, quietly=options["json"]),
            )
            self._tell_files(report)
            reports.append(report)
        report = joined(reports)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(report), ensure_ascii=False, indent=2))
        if report.has_errors:
            sys.exit(1)

    def _tell(self, product: ProductOutcome, *, quietly: bool) -> None:
        """Print a product; warnings and errors, and all of it beside JSON, go to standard error."""
        line = next(product_lines(product))
        (self.stderr if quietly or product.error else self.stdout).write(line)
        for warning in product.warnings:
            self.stderr.write(f"  {product.handle}: {warning}")

    def _tell_files(self, report: CatalogueReport) -> None:
        for file in report.files:
            for line in file_lines(file):
                self.stderr.write(line)
