"""Which lists a shop does not have yet as they are."""

from django.utils import timezone

from products.models import ProductPage
from qnwellness.answers.changes import latest
from qnwellness.content.visibility import public

from ..models import Channel, ListDelivery
from .lists import nothing, outgoing

_looked_at: dict[Channel, object] = {}


def note_changed(channel: Channel) -> int:
    """Note every list that differs from what the shop has or is about to get; return how many are new to be sent.

    Nothing is looked at where nothing shoppers see has changed since this process looked last. A handful of queries
    for each product otherwise.
    """
    state = latest.state()
    if state is not None and _looked_at.get(channel) == state:
        return 0
    rows = {row.handle: row for row in ListDelivery.objects.filter(channel=channel)}
    noted = 0
    for product in public(ProductPage.objects.exclude(handle=None)).order_by("pk").iterator(chunk_size=200):
        sent = outgoing(product)
        row = rows.pop(product.handle, None)
        # A shop that was never told of a product has nothing to forget.
        if row or sent.payload["articles"]:
            noted += _want(row or ListDelivery(channel=channel, handle=product.handle), sent.digest)
    for handle, row in rows.items():
        noted += _want(row, nothing(handle).digest)
    _looked_at[channel] = state
    return noted


def look_again() -> None:
    """Have every list compared the next time, changed or not."""
    _looked_at.clear()


def _want(row: ListDelivery, wanted: str) -> bool:
    if row.pk and row.wanted == wanted:
        return False
    row.wanted = wanted
    row.attempts = 0
    row.error = ""
    row.next_attempt_at = timezone.now() if row.delivered != wanted else None
    row.save()
    return row.next_attempt_at is not None
