"""What the editor is told about the product behind a mention."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..chooser.about import about


@dataclass(frozen=True, slots=True)
class Status:
    """A sentence about a product, and whether a shopper gets a link to it."""

    label: "str | Promise"
    shown: bool


GONE = Status(gettext_lazy("Deleted: readers see the words without a link"), shown=False)


def status(product: Any | None) -> Status:
    """Return how a product stands for the readers of a text that mentions it: its price, its state, its successor."""
    if product is None:
        return GONE
    told = about(product)
    if told.shown:
        return Status(told.line, shown=True)
    unseen = _("%(state)s: readers see the words without a link") % {"state": told.state}
    return Status(unseen, shown=False)
