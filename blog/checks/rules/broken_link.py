"""A link that leads nowhere."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview, Link
from ..finding import Finding, Level

_HOST = re.compile(r"(?=.{1,253}$)([^\s.:/@]+\.)+[^\s.:/@\d][^\s.:/@]+|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\]")
_LETTER = re.compile(r"[^@\s]++@(?=[^@\s]+\.[^@\s])[^@\s]++")
_CALL = re.compile(r"\+?[\d\s().-]{3,}")


def broken_link(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find links to what has been deleted, to addresses nobody can follow, and to places this article lacks."""
    for link in article.links:
        # A call to action may have no address of its own; chosen products are another rule's.
        is_aimless = link.surface == "call_to_action" and not link.target
        if not is_aimless and (link.kind != "product" or link.surface == "mention"):
            message = _problem(link, article)
            if message:
                yield Finding(
                    "broken_link", Level.MUST, message, link.place, link.words or link.target, link.target
                )


def _problem(link: Link, article: ArticleUnderReview) -> str:
    """Return what is wrong with a link, or nothing."""
    if link.kind == "address":
        return (
            ""
            if is_address(link.target)
            else _("“%(address)s” is no address that leads anywhere.") % {"address": link.target}
        )
    if link.kind == "fragment":
        return (
            ""
            if link.target in article.fragments
            else _("No heading of this article has the address #%(fragment)s.") % {"fragment": link.target}
        )
    if (link.kind, link.target) in article.targets:
        return ""
    if link.surface == "infographic":
        return _("The article whose infographic is shown here has been deleted.")
    return {
        "product": _("The product named here has been deleted."),
        "source": _("The source cited here has been deleted."),
        "fact": _("The fact used here has been deleted. Readers see the words that stood here."),
        "document": _("The document linked here has been deleted."),
    }.get(link.kind, _("The page linked here has been deleted."))


def is_address(address: str) -> bool:
    """Tell whether an address can lead somewhere: of the web, of this site, of a mailbox or a telephone."""
    if re.search(r"\s", address.strip()) and not address.startswith("tel:"):
        return False
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return bool(_HOST.fullmatch(host))
    if parts.scheme == "mailto":
        return bool(_LETTER.fullmatch(parts.path))
    if parts.scheme == "tel":
        return bool(_CALL.fullmatch(parts.path))
    return not parts.scheme and address.startswith("/") and not address.startswith("//")
