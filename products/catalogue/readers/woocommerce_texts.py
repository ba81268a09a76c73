"""Texts as WooCommerce writes them into a cell."""

import re

from products.catalogue.readers.wording import mended, plain, without_entities

_ESCAPED = re.compile(r"\\\\n|\\n")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_STARTS_OF_FORMULAS = ("'=", "'+", "'-", "'@")


def written(text: str) -> str:
    """Return a cell without what the exporter adds to it.

    Line ends are written as `\\n`, and an apostrophe stands before what a spreadsheet would take for a formula.
    https://github.com/woocommerce/woocommerce, includes/export/abstract-wc-csv-exporter.php
    """
    text = text.removeprefix("'") if text.startswith(_STARTS_OF_FORMULAS) else text
    return _ESCAPED.sub(lambda match: "\n" if match[0] == r"\n" else r"\n", text)


def description(text: str) -> str:
    """Return a description as foreign HTML."""
    return mended(written(text))


def in_plain_words(text: str) -> str:
    """Return a short description, which is HTML in WooCommerce, as plain text."""
    return plain(without_entities(_TAG.sub(" ", description(text))))
