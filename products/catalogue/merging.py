"""Whose word counts where this site and the shop differ: a merge of three values.

The third value is what the shop last said: it tells a change of the shop from a change of an editor.
"""

from enum import StrEnum
from typing import Any

from products.availability import State
from products.catalogue.ownership import Owner

UNSAID: Any = object()

# States an editor sets to take a product off the shelf; the shop does not put it back.
_HELD = (State.DISCONTINUED, State.HIDDEN)


class Verdict(StrEnum):
    """What becomes of a field."""

    SAME = "same"
    TAKE = "take"  # the shop's value is written
    KEEP = "keep"  # an editor's value stays, and the shop has said nothing new
    CONFLICT = "conflict"  # both have changed: what is here stays, and a person is told


def verdict(owner: Owner, *, here: Any, shop: Any, before: Any = UNSAID) -> Verdict:
    """Decide about a field whose value is `here`, of which the shop says `shop` and last said `before`."""
    if here == shop:
        return Verdict.SAME
    if owner is Owner.OURS:
        return Verdict.KEEP
    if owner is Owner.SHOP or here == before or (before is UNSAID and here in ("", None, [])):
        return Verdict.TAKE
    return Verdict.KEEP if shop == before else Verdict.CONFLICT


def state_verdict(*, here: str, shop: str, before: Any = UNSAID, is_withdrawn: bool = False) -> Verdict:
    """Decide about the state: the shop's, unless an editor has discontinued or hidden the product.

    `before` is the state the shop's word last led to, `is_withdrawn` whether an import has hidden the product because
    it was missing from the catalogue.
    """
    if here == shop:
        return Verdict.SAME
    if here not in _HELD or here == before or (is_withdrawn and here == State.HIDDEN):
        return Verdict.TAKE
    return Verdict.KEEP
