"""Dates and times as exports write them."""

import re
from datetime import UTC, datetime

# What APIs, Matrixify and spreadsheets write: date, time, fractions and zone may be missing, the zone may stand apart.
_MOMENT = re.compile(
    r"(?P<date>[12]\d{3}[-/.]\d{1,2}[-/.]\d{1,2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)


def moment_of(written: str) -> tuple[datetime | None, str]:
    """The moment a text says, with a zone, and a note about what had to be guessed, or could not be; "" if nothing.

    Only dates that begin with the year are read: which of 5/6/2024 is the month, nobody can tell.
    """
    text = " ".join(written.split())
    if not text:
        return None, ""
    found = _MOMENT.fullmatch(text)
    try:
        moment = _moment(found) if found else None
        # Stored in UTC, which the first and the last day of time cannot be.
        in_utc = moment.astimezone(UTC) if moment else None
    except (ValueError, OverflowError):
        in_utc = None
    if found is None or in_utc is None or moment is None:
        return None, f"The date “{text[:60]}” cannot be read; write it as 2024-05-31 09:00:00 +0200."
    if not found["zone"] and found["hour"]:
        return moment, f"The date “{text}” has no time zone; it was read as UTC."
    return moment, ""


def _moment(found: re.Match[str]) -> datetime:
    year, month, day = map(int, re.split(r"[-/.]", found["date"]))
    zone = (found["zone"] or "Z").upper().replace("UTC", "Z").replace("GMT", "Z")
    # A day without a time is the same day in nearly every zone at noon.
    clock = (int(found["hour"] or 12), int(found["minute"] or 0), int(found["second"] or 0))
    moment = datetime(year, month, day, *clock)
    return datetime.fromisoformat(f"{moment.isoformat()}{zone}")
