"""Single cells that are no prose: barcodes, yes or no, quantities, addresses."""

import re

from products.catalogue.document import Unusable

_FORMULA = re.compile(r'="(.*)"')
_SHORTENED_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+")
_QUANTITY = re.compile(r"(-?[0-9]{1,12})(?:\.0+)?")
_CURRENCY = re.compile(r"[A-Z]{3}")
# Spreadsheets write TRUE and FALSE in the language of their user.
_YES = frozenset(
    {"true", "1", "yes", "y", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar", "ja", "oui"}
)
_NO = frozenset({"false", "0", "no", "n", "falsch", "faux", "falso", "onwaar", "nein", "non"})


def code(text: str) -> str:
    """Return a code without what keeps spreadsheets from taking it for a number: `="0123"` and a leading quote."""
    formula = _FORMULA.fullmatch(text)
    return (formula[1] if formula else text.removeprefix("'")).strip()


def barcode(text: str) -> str:
    """Return the digits of a barcode. Raises Unusable for a number a spreadsheet has shortened."""
    digits = code(text)
    if _SHORTENED_NUMBER.fullmatch(digits):
        raise Unusable(
            f"“{text}” is a number a spreadsheet has shortened; format the column as text and export again"
        )
    return re.sub(r"[\s-]", "", digits).removesuffix(".0")


def yes_or_no(text: str) -> bool:
    """Return what TRUE, FALSE and their like mean. Raises Unusable."""
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise Unusable(f"“{text}” is neither TRUE nor FALSE")


def quantity(text: str) -> int:
    """Return a number of pieces. Raises Unusable."""
    match = _QUANTITY.fullmatch(re.sub(r"[,'’\s](?=[0-9]{3}(?:\D|$))", "", text))
    if not match:
        raise Unusable(f"“{text}” is not a quantity; write a whole number")
    return int(match[1])


def currency(text: str) -> str:
    """Return an ISO 4217 code. Raises Unusable."""
    if not _CURRENCY.fullmatch(text.upper()):
        raise Unusable(f"“{text}” is not a currency; write three letters, as in SGD")
    return text.upper()


def web_address(text: str) -> str:
    """Return an address a browser may be sent to. Raises Unusable."""
    if not re.match(r"https?://[^\s/]", text, re.IGNORECASE) or re.search(r"\s", text):
        raise Unusable(f"“{text}” is not an address; write it with https://")
    return text
