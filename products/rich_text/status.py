"""What the editor is told about the product behind a mention."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from qnwellness.content.visibility import is_public


@dataclass(frozen=True, slots=True)
class Status:
    """A sentence about a product, and whether a shopper gets a link to it."""

    label: "str | Promise"
    shown: bool


GONE = Status(_("Deleted: readers see the words without a link"), shown=False)
NOT_PUBLIC = Status(_("Not public: readers see the words without a link"), shown=False)


def status(product: Any | None, restricted_paths: Iterable[str]) -> Status:
    """Return how a product stands for the readers of a text that mentions it."""
    if product is None:
        return GONE
    if not is_public(product, restricted_paths):
        return NOT_PUBLIC
    return Status(product.get_state_display(), shown=True)
