"""Bring products in from a shop's export."""

import json
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from products.catalogue import import_catalogue
from products.catalogue.readers import FORMATS
from products.catalogue.report import (
    CatalogueReport,
    ProductOutcome,
    as_json,
    counted,
    file_lines,
    joined,
    product_lines,
    remarks,
)


class Command(BaseCommand):
    """Translates the command line for `products.catalogue`."""

    help = (
        "Create, update and withdraw products by a shop's product export. A product missing from a whole catalogue is "
        "hidden, never deleted; one that was made here is left alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a product export")
        parser.add_argument(
            "--format", choices=FORMATS, help="the format, where it should not be recognised by content"
        )
        flags = {
            "--dry-run": "say what would be done, and write nothing",
            "--json": "print one JSON object and nothing else",
            "--strict": "write nothing of a file of which any row cannot be placed",
            "--full": "the files name all products of the shop: withdraw the others (some formats say so themselves)",
            "--withdraw-many": "withdraw the others even if they are more than half of all products",
        }
        for flag, text in flags.items():
            parser.add_argument(flag, action="store_true", help=text)
        parser.add_argument(
            "--renamed",
            metavar="OLD=NEW",
            type=_renaming,
            action="append",
            default=[],
            help="the product OLD here has the handle NEW in the shop now; may be repeated",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        self._quiet, self._told_at = options["json"], began
        reports = []
        for path in options["files"]:
            report = import_catalogue(
                path,
                dry_run=options["dry_run"],
                format=options["format"],
                strict=options["strict"],
                full=options["full"] or None,
                withdraw_many=options["withdraw_many"],
                renamed=dict(options["renamed"]),
                on_product=self._tell,
                on_progress=self._progress,
            )
            self._tell_files(report)
            reports.append(report)
        report = joined(reports)
        self._tell_all(report, time.monotonic() - began)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(report), ensure_ascii=False, indent=2))
        if report.has_errors:
            sys.exit(1)

    def _tell(self, product: ProductOutcome) -> None:
        """Print a product; warnings and errors, and all of it beside JSON, go to standard error."""
        lines = list(product_lines(product))
        stream = self.stderr if self._quiet or product.error else self.stdout
        for line in lines[: len(lines) - len(list(remarks(product)))]:
            stream.write(line)
        for remark in remarks(product):
            self.stderr.write(f"  {product.handle}: {remark}")

    def _progress(self, done: int, total: int) -> None:
        """Say how far it is, once a second."""
        if time.monotonic() - self._told_at >= 1:
            self._told_at = time.monotonic()
            self.stderr.write(f"{done:,} of {total:,}")

    def _tell_files(self, report: CatalogueReport) -> None:
        for file in report.files:
            for line in file_lines(file):
                self.stderr.write(line)

    def _tell_all(self, report: CatalogueReport, seconds: float) -> None:
        counts = ", ".join(f"{number:,} {name}" for name, number in counted(report.products).items())
        named = f" ({counts})" if counts else ""
        self.stderr.write(f"{len(report.products):,} products in {seconds:.0f} s{named}")


def _renaming(text: str) -> tuple[str, str]:
    """Return old and new handle. Raises ArgumentTypeError unless both are there."""
    old, _sign, new = text.partition("=")
    if not (old and new):
        raise ArgumentTypeError("write it as OLD=NEW")
    return old, new
