"""Telling one address of each list that has changed, signed so that it can know who says so."""

import hmac
import json
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from django.conf import settings

from qnwellness.fetching import Answer, Network, NotFetched, post

from ..models import Channel, ListDelivery, SidebarSettings
from .channels import GiveUp, Outgoing, TryLater

EVENT = "related_articles.changed"
SIGNATURE = "X-QN-Signature"
# RFC 9110: gone for good; asked to come back later.
_GONE = 410
_LATER = {429, 503}
_LONGEST = 86_400.0


class Webhook:
    """A POST for each list to the address in the settings. The same message twice has the same `id`."""

    channel = Channel.WEBHOOK
    batch = 1

    def __init__(self, network: Network | None = None) -> None:
        self._network = network

    def is_on(self) -> bool:
        """Tell whether there is an address, and a secret to sign with. One query."""
        return bool(settings.WEBHOOK_SECRET and settings.WEBHOOK_HOSTS and _address())

    def send(self, lists: Sequence[Outgoing]) -> Mapping[str, str]:
        """Deliver lists one by one. Raises TryLater or GiveUp."""
        address = _address()
        if not address:
            raise GiveUp("There is no address any more.")
        for one in lists:
            self._tell(address, one)
        return {}

    def _tell(self, address: str, one: Outgoing) -> None:
        body = json.dumps(message(one), ensure_ascii=False).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "qnwellness",
            SIGNATURE: signature(body, settings.WEBHOOK_SECRET, int(time.time())),
        }
        try:
            answer = post(
                address,
                body,
                headers=headers,
                hosts=settings.WEBHOOK_HOSTS,
                setting="WEBHOOK_HOSTS",
                network=self._network,
            )
        except NotFetched as problem:
            raise TryLater(str(problem)) from problem
        _accept(answer)


def message(one: Outgoing) -> dict[str, Any]:
    """Return what is said of a list. Its `id` is the same as long as the shop has not confirmed it."""
    row = ListDelivery.objects.filter(channel=Channel.WEBHOOK, handle=one.handle).first()
    before = f"{row.delivered} {row.delivered_at}" if row else ""
    number = sha256(f"{one.handle} {one.digest} {before}".encode()).hexdigest()[:32]
    return {"event": EVENT, "id": number, **one.payload}


def signature(body: bytes, secret: str, at: int) -> str:
    """Return the header's value: seconds since 1970, and HMAC-SHA256 in hex of them, a full stop and the body."""
    signed = hmac.new(secret.encode(), f"{at}.".encode() + body, sha256).hexdigest()
    return f"t={at},v1={signed}"


def _accept(answer: Answer) -> None:
    if 200 <= answer.status < 300:
        return
    said = f"The host answered {answer.status}."
    if answer.status == _GONE:
        raise GiveUp(f"{said} It wants no more messages.")
    wait = answer.headers.get("retry-after", "") if answer.status in _LATER else ""
    seconds = min(float(wait), _LONGEST) if wait.isascii() and wait.isdigit() else None
    raise TryLater(said, seconds)


def _address() -> str:
    said = SidebarSettings.objects.first()
    return said.webhook_address if said else ""
