"""Where in a list to go on: behind a row, by what the list is ordered by and the row's number. Pure."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import UTC, datetime

_LONGEST = 600


class BadCursor(ValueError):
    """A text that no list has given as its cursor."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page: what the list is ordered by, as text, and the row's number."""

    key: str
    number: int

    def __str__(self) -> str:
        said = json.dumps([self.key, self.number], ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def read_cursor(written: str) -> Cursor:
    """Return a cursor that was given before. Raises BadCursor for anything else."""
    if len(written) > _LONGEST or not written.isascii():
        raise BadCursor(written)
    try:
        said = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
        key, number = json.loads(said)
        found = Cursor(key, number)
        # Written in another way it is none of ours either, and would be kept twice.
        is_ours = isinstance(key, str) and type(number) is int and str(found) == written
    except (binascii.Error, ValueError, TypeError, RecursionError) as problem:
        raise BadCursor(written) from problem
    if not is_ours or "\0" in key or not 0 < number < 2**31:
        raise BadCursor(written)
    return found


def moment_of(cursor: Cursor) -> datetime:
    """Return the moment a list of articles goes on behind. Raises BadCursor if there is none."""
    try:
        moment = datetime.fromisoformat(cursor.key).astimezone(UTC)
    except (ValueError, OverflowError) as problem:
        raise BadCursor(cursor.key) from problem
    if not 1900 < moment.year < 3000:
        raise BadCursor(cursor.key)
    return moment
