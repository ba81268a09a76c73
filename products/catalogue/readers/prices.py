"""Prices as people write them."""

import re
from decimal import Decimal

from products.catalogue.document import Unusable

_PRICE = re.compile(r"(?P<before>[^0-9.,-]{0,12})(?P<number>[0-9][0-9.,'’ ]{0,24})(?P<after>[^0-9]{0,12})")
_SIGNS = {
    "S$": "SGD",
    "US$": "USD",
    "A$": "AUD",
    "HK$": "HKD",
    "RM": "MYR",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
_CODE = re.compile(r"[A-Z]{3}")
_GROUPED_BY_COMMA = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+")
_GROUPED_BY_POINT = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3}){2,}")
# Three digits after the only separator are thousands to some and decimals to others.
_PLAIN = re.compile(r"[0-9]+(?:\.(?:[0-9]{1,2}|[0-9]{2}00+))?")
_HELP = "write it as 29.90"


def read_price(text: str) -> tuple[Decimal, str]:
    """Return a price such as “S$29.90”, “29,90” or “1,299.00 SGD”, and its currency or "". Raises Unusable."""
    match = _PRICE.fullmatch(text)
    if not match:
        raise Unusable(f"“{text}” is not a price; {_HELP}")
    return _number(match["number"], text), _currency(match["before"].strip() or match["after"].strip(), text)


def _number(digits: str, text: str) -> Decimal:
    digits = re.sub(r"['’ ]", "", digits).rstrip(".,")
    if digits.rfind(",") > digits.rfind("."):
        grouped = _GROUPED_BY_COMMA.fullmatch(digits)
        digits = digits.replace(",", "") if grouped else digits.replace(".", "").replace(",", ".")
    elif _GROUPED_BY_POINT.fullmatch(digits):
        digits = digits.replace(".", "")
    else:
        digits = digits.replace(",", "")
    if not _PLAIN.fullmatch(digits):
        raise Unusable(f"“{text}” can be read as more than one price; {_HELP}")
    return Decimal(digits).quantize(Decimal("0.01"))


def _currency(mark: str, text: str) -> str:
    """Return the ISO 4217 code for a mark beside a price; a bare “$” says too little."""
    if mark in ("", "$"):
        return ""
    code = _SIGNS.get(mark.upper()) or (mark.upper() if _CODE.fullmatch(mark.upper()) else "")
    if not code:
        raise Unusable(f"“{text}” is not a price; {_HELP}")
    return code
