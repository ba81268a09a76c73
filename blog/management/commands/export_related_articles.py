"""Hand out every product's list as a file for Matrixify."""

import io
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from blog.pushing.shopify import matrixify


class Command(BaseCommand):
    """Translates the command line for `blog.pushing.shopify.matrixify`."""

    help = (
        "Write the related articles of every product as a file that the app Matrixify imports into a Shopify shop."
        " Its name must contain “Products”, as the usual one does."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", nargs="?", type=Path, metavar="FILE", help="where to; “-” is standard output"
        )
        parser.add_argument(
            "--format", choices=("csv", "xlsx"), help="by default what FILE ends with, or csv"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path | None = options["file"]
        kind = options["format"] or ("xlsx" if file and file.suffix.lower() == ".xlsx" else "csv")
        file = file or Path(f"{matrixify.NAME}.{kind}")
        is_stdout = str(file) == "-"
        if is_stdout and kind == "xlsx":
            raise CommandError("An XLSX file is not written to standard output; name a file.")
        content, count = _file(kind)
        if is_stdout:
            self.stdout.write(content.decode(), ending="")
            return
        try:
            file.write_bytes(content)
        except OSError as problem:
            raise CommandError(f"{file} cannot be written: {problem.strerror}.") from None
        self.stdout.write(f"{count} products are in {file}.")
        if "product" not in file.name.lower() and kind == "csv":
            self.stderr.write("Matrixify tells by the name what is in a CSV file: let it contain “products”.")


def _file(kind: str) -> tuple[bytes, int]:
    if kind == "xlsx":
        return matrixify.xlsx()
    stream = io.StringIO(newline="")
    count = matrixify.write_csv(stream)
    return stream.getvalue().encode(), count
