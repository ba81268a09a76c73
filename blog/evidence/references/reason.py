"""Why a part of a pasted text is no reference. Said in words where it is shown."""

from enum import StrEnum


class Reason(StrEnum):
    """What hinders the reading. Those with a name or a number in their words have it in `Unreadable.about`."""

    NOTHING = "nothing to read"
    TOO_LONG = "more than can be read at once"
    TOO_MANY = "more references than are taken"  # most
    NO_TITLE = "no title"
    NO_AUTHOR = "no author before the year"
    NOT_ONE = "too long for one reference"
    SEVERAL = "several references run together"
    NO_PARTS = "parts that cannot be told apart"
    OUTSIDE = "outside of any record"
    NO_FIELD = "something else than a field"
    NOT_CLOSED = "a value that is not closed"  # name
    NO_VALUE = "a field without a value"  # name
    NO_JSON = "broken JSON"  # column
    OUT_OF_BOUNDS = "JSON beyond all bounds"
    NO_ENTRIES = "an empty list"
    NO_ENTRY = "no object"  # number
