"""Every product's list as a file for Matrixify, the app with which shops import spreadsheets.

https://matrixify.app/documentation/products/ and https://matrixify.app/documentation/metafields/
"""

from collections.abc import Iterator
from typing import TextIO

from products.models import ProductPage
from qnwellness.content.spreadsheets import CsvSheet, as_xlsx, unformulated
from qnwellness.content.visibility import asking_once, public

from ..lists import nothing, outgoing
from .metafield import KEY, MAX_BYTES, NAMESPACE, TYPE, value_of

# Matrixify tells by this what is in a file: the name of the sheet, or a word in the name of a CSV file.
SHEET = "Products"
NAME = "related-articles-products"
# UPDATE fails for a product that is not there, where MERGE would make one.
COMMAND = "UPDATE"
HEADINGS = ("Handle", "Command", f"Metafield: {NAMESPACE}.{KEY} [{TYPE}]")
# What one cell holds, by Excel's specifications and limits.
_CELL = 32_767
Row = tuple[str, str, str]


def write_csv(stream: TextIO) -> int:
    """Write the file to a stream that leaves line ends alone; return how many products are in it."""
    sheet = CsvSheet(stream, HEADINGS)
    count = 0
    with asking_once():
        for count, row in enumerate(rows(MAX_BYTES), 1):  # noqa: B007 - the last number is how many
            sheet.append(row)
    return count


def xlsx() -> tuple[bytes, int]:
    """Return the file and how many products are in it. Of a list too long for a cell it has fewer articles."""
    with asking_once():
        found = list(rows(_CELL))
    return as_xlsx(SHEET, HEADINGS, found), len(found)


def rows(at_most: int) -> Iterator[Row]:
    """Yield the row of each product that has a handle; of one no shopper may see with an empty list.

    Values have up to `at_most` bytes. They begin with a brace, so no spreadsheet computes them; a handle that one
    would compute is no shop's handle, and left out.
    """
    shown = set(public(ProductPage.objects.all()).values_list("pk", flat=True))
    for product in ProductPage.objects.filter(handle__gt="").order_by("handle").iterator(chunk_size=200):
        handle = product.handle
        if unformulated(handle) != handle:
            continue
        told = outgoing(product) if product.pk in shown else nothing(handle)
        yield handle, COMMAND, value_of(told.payload, at_most=at_most, in_ascii=True)
