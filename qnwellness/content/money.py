"""How an amount of money is written."""

from decimal import Decimal

# ISO 4217 codes whose sign shoppers here expect; any other currency is written with its code.
_SIGNS = {"SGD": "S$", "USD": "US$", "EUR": "€", "GBP": "£", "AUD": "A$", "MYR": "RM"}


def format_price(amount: Decimal, currency: str) -> str:
    """Return e.g. "S$ 48.00": sign or code, a no-break space, the amount with two decimals."""
    return f"{_SIGNS.get(currency, currency)}\u00a0{amount:,.2f}"
