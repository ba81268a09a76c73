"""How often one address may ask for what has to be made first. What is kept already never gets here."""

import logging
from math import ceil

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle

from .client import client_address, counted_as, networks, within

logger = logging.getLogger(__name__)


class PerAddress(SimpleRateThrottle):
    """So many requests a minute from an address, but for the servers of shops the operator has named."""

    def __init__(self) -> None:
        super().__init__(f"{settings.SHOP_API_RATE}/m")

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """Return what an address is counted under, None for those that are not counted."""
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        remote = request.META.get("REMOTE_ADDR", "")
        address = client_address(remote, forwarded, networks(settings.TRUSTED_PROXIES))
        if address is None or within(address, networks(settings.SHOP_API_UNLIMITED)):
            return None
        return f"shop-api:{counted_as(address)}"

    def allow_request(self, request: HttpRequest) -> bool:
        """Tell whether a request may go on; it may where the counts cannot be reached."""
        self.num_requests = settings.SHOP_API_RATE
        try:
            return bool(super().allow_request(request))
        except Exception:
            # Whatever the cache's client raises: a list that shops show matters more than a count.
            logger.exception("Requests cannot be counted; answering all of them.")
            return True

    def wait(self) -> float:
        """Return the seconds until the next request may be answered."""
        oldest: float = self.history[-1] if self.history else self.now
        return max(1, ceil(self.duration - (self.now - oldest)))
