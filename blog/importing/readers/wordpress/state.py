"""When a post was published, and whether it was for everybody."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element

from blog.importing.readers.moments import moment_of
from blog.importing.readers.wordpress.parsing import text_of

_STATUSES = {
    "draft": "It was a draft.",
    "pending": "It was waiting for review.",
    "private": "It was private.",
    "future": "It was to be published at {date}.",
}
_FEED_DATE = re.compile(r"\b\d{1,2} [A-Za-z]{3} [12]\d{3} ")


def published(item: Element) -> tuple[datetime | None, str]:
    """When it was published, and what had to be guessed; nothing for a draft, which only has the day it was begun."""
    found = moment(item, "{wp}post_date_gmt")
    if found or text_of(item, "{wp}status").strip() in ("draft", "pending"):
        return found, ""
    if found := _of_feed(text_of(item, "pubDate").strip()):
        return found, ""
    local = text_of(item, "{wp}post_date").strip()
    return moment_of(local) if not local.startswith("0000") else (None, "")


def _of_feed(text: str) -> datetime | None:
    """A moment as feeds write it; None also for one in a year like "-0001"."""
    if not _FEED_DATE.search(text):
        return None
    try:
        found = parsedate_to_datetime(text)
    # The library raises whatever it stumbles over.
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def moment(item: Element, name: str) -> datetime | None:
    """A moment that is in Greenwich's time."""
    written = text_of(item, name).strip()
    return moment_of(f"{written} UTC")[0] if written else None


def is_published(item: Element) -> bool:
    """Whether everybody could read it."""
    status = text_of(item, "{wp}status").strip()
    return status in ("publish", "") and not text_of(item, "{wp}post_password").strip()


def about_state(item: Element) -> Iterator[str]:
    """Why it was not for everybody."""
    status = text_of(item, "{wp}status").strip()
    if status in _STATUSES:
        yield _STATUSES[status].format(date=text_of(item, "{wp}post_date").strip())
    elif status not in ("publish", ""):
        yield f"Its state was “{status}”."
    if text_of(item, "{wp}post_password").strip():
        yield "It was protected by a password."
    if not text_of(item, "{content}encoded").strip():
        yield "It has no text."
