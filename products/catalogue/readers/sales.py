"""Sale prices, and the days on which they hold."""

import re
from datetime import datetime, time, timedelta

from products.catalogue.document import Unusable

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPACED = re.compile(r"(\d{4}-\d{2}-\d{2}) +(\d{2}:\d{2}(?::\d{2})?) *([+-]\d{2}:?\d{2}|Z)?")


def moment(text: str, now: datetime, *, is_end: bool = False) -> datetime:
    """Return a moment in ISO 8601; one without a zone is in that of `now`. Raises Unusable.

    A day alone is its beginning, or the beginning of the next one where it is an end: the last day counts.
    """
    spaced = _SPACED.fullmatch(text)
    written = f"{spaced[1]}T{spaced[2]}{spaced[3] or ''}" if spaced else text
    try:
        found = datetime.fromisoformat(written)
        if _DAY.fullmatch(text):
            found = datetime.combine(found.date() + timedelta(days=1 if is_end else 0), time())
        return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)
    except (ValueError, OverflowError):
        raise Unusable(f"“{text[:60]}” is not a date; write it as 2026-01-31") from None


def holds(start: str, end: str, now: datetime) -> bool:
    """Tell whether a moment lies between two dates, either of which may be missing. Raises Unusable."""
    return (not start or moment(start, now) <= now) and (not end or now < moment(end, now, is_end=True))


def period_holds(period: str, now: datetime) -> bool:
    """Tell the same of two dates in one text, with a slash between them. Raises Unusable."""
    if not period:
        return True
    start, slash, end = (part.strip() for part in period.partition("/"))
    if not slash:
        raise Unusable(f"“{period[:60]}” is not two dates; write them as 2026-01-01/2026-01-31")
    return holds(start, end, now)
