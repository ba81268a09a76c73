"""Every way of telling shops, and one round of all that are switched on."""

import logging
from collections.abc import Sequence

from .changed import note_changed
from .channels import Sender
from .deliver import deliver
from .shopify.sender import Shopify
from .webhook import Webhook

logger = logging.getLogger(__name__)

SENDERS: Sequence[type[Sender]] = (Webhook, Shopify)


def send_what_changed() -> int:
    """Note what has changed and send what is due, on every channel that is on; return how many lists got there.

    What goes wrong on one channel is logged, and does not keep the others from theirs.
    """
    delivered = 0
    for kind in SENDERS:
        try:
            sender = kind()
            if sender.is_on():
                note_changed(sender.channel)
                delivered += deliver(sender)
        except Exception:
            logger.exception("Lists could not be sent by %s; trying again.", kind.channel.label)
    return delivered
