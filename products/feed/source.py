"""Where the catalogue comes from: the shop's settings, and what the operator allows."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from products.models import Shop
from qnwellness.fetching import NotFetched, check_address, fetch


@dataclass(frozen=True, slots=True)
class Source:
    """The address of the feed, and in `missing` what keeps it from being fetched: nothing, once it can be."""

    address: str
    is_scheduled: bool
    missing: str

    @property
    def is_ready(self) -> bool:
        """Tell whether the feed can be fetched."""
        return not self.missing


def the_source() -> Source:
    """Return where the catalogue comes from. One query."""
    shop = Shop.load()
    return Source(shop.feed_address, shop.is_scheduled and bool(shop.feed_address), _missing(shop))


def fetch_from(source: Source, seconds: float = 60.0) -> bytes:
    """Return the file at the shop's address, if it comes in time. Raises NotFetched with what to do about it."""
    if source.missing:
        raise NotFetched(source.missing)
    return fetch(source.address, hosts=settings.CATALOGUE_HOSTS, setting="CATALOGUE_HOSTS", seconds=seconds)


def _missing(shop: Shop) -> str:
    if not settings.CATALOGUE_HOSTS:
        return _(
            "Fetching is switched off. The operator of this site allows it by naming the shop's host in the setting"
            " CATALOGUE_HOSTS; until then bring files in by hand."
        )
    if not shop.feed_address:
        return _("No address is known yet. Write the address of the feed into the settings of the shop.")
    try:
        check_address(shop.feed_address, settings.CATALOGUE_HOSTS, setting="CATALOGUE_HOSTS")
    except NotFetched as problem:
        return str(problem)
    return ""
