"""What every reader offers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from products.catalogue.document import Catalogue


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether it recognises some bytes, and how it reads them.

    Both may raise Unreadable, with one line for a person. Reading is told the moment for which prices and dates are
    read; its zone is that of dates without one.
    """

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, datetime], Catalogue]
