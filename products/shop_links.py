"""The address a link to a product leads to, and what it tells the shop's reports. Pure."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


@dataclass(frozen=True, slots=True)
class Campaign:
    """Campaign parameters set once for the site. Without a source links stay as they are.

    Names: support.google.com/analytics, "URL builders: Collect campaign data with custom URLs".
    """

    source: str = ""
    medium: str = ""
    name: str = ""


def tagged(address: str, campaign: Campaign, *, article: str = "", kind: str = "") -> str:
    """Return an address of the shop with campaign parameters that say where the link stands.

    `article` is the last part of the article's address; it is the campaign's name where none is set. `kind` is the
    kind of mention, told as `utm_content`. Parameters the address has already are kept, and win.
    """
    if not address or not campaign.source:
        return address
    name = campaign.name or article
    content = "-".join(filter(None, (article if campaign.name else "", kind)))
    told = {
        "utm_source": campaign.source,
        "utm_medium": campaign.medium,
        "utm_campaign": name,
        "utm_content": content,
    }
    parts = urlsplit(address)
    query = parse_qsl(parts.query, keep_blank_values=True)
    has = {name for name, _ in query}
    more = [(name, value) for name, value in told.items() if value and name not in has]
    return urlunsplit(parts._replace(query=urlencode([*query, *more])))
