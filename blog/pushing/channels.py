"""What a way of telling shops is, whichever it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ..models import Channel


class TryLater(Exception):
    """Nothing of a batch was delivered, through no fault of its own. `seconds` is how long to wait, None: as usual."""

    def __init__(self, message: str, seconds: float | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds


class GiveUp(Exception):
    """Nothing was delivered, and nothing will be before a person has done what the message says."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The list of one product as a shop is to have it: what the API answers; of a product that is gone, empty.

    `digest` differs whenever what a shop would show differs: SHA-256 in hex. All empty lists of a product have one.
    """

    handle: str
    payload: Mapping[str, Any]
    digest: str


class Sender(Protocol):
    """One way of telling a shop. Told the same list twice, a shop must be as it was after the first time."""

    channel: Channel
    # How many lists are handed over at once.
    batch: int

    def is_on(self) -> bool:
        """Tell whether editors have switched it on and the operator has given what it needs. One query at most."""
        ...

    def send(self, lists: Sequence[Outgoing]) -> Mapping[str, str]:
        """Deliver up to `batch` lists; return the reason for each handle that was not, for a person.

        Raises TryLater or GiveUp if none was delivered.
        """
        ...
