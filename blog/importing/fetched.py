"""The memory of fetched pictures: which picture of ours stood at an address."""

from collections.abc import Iterable
from hashlib import sha256

from qnwellness.images.models import SiteImage

from ..models import FetchedPicture


def fetched_before(addresses: Iterable[str]) -> dict[str, SiteImage]:
    """Return by their address the pictures that were fetched from these. One query, none without an address."""
    digests = {digest_of(address): address for address in addresses if address[:4].casefold() == "http"}
    if not digests:
        return {}
    rows = FetchedPicture.objects.filter(digest__in=digests).select_related("image")
    return {digests[row.digest]: row.image for row in rows}


def remember(address: str, image: SiteImage) -> None:
    """Note that this picture stood at an address."""
    FetchedPicture.objects.update_or_create(
        digest=digest_of(address), defaults={"address": address, "image": image}
    )


def digest_of(address: str) -> str:
    """Return what an address is found by."""
    return sha256(address.encode("utf-8", "replace")).hexdigest()
