"""What an editor is told of a product in a few words: price and state, and its picture."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from qnwellness.content import references
from qnwellness.content.money import format_price
from qnwellness.images.renditions import rendition_or_none

from ..availability import Standing, State, Surface
from ..details import variants_of
from ..offers import VariantLine
from ..showing import Showing, show, stand, successor_of

# The size of Wagtail's own list of pictures, so that it is mostly there already.
PICTURE = "max-165x165"

_STANDING = {
    Standing.LIVE: gettext_lazy("In stock"),
    Standing.OUT_OF_STOCK: gettext_lazy("Out of stock"),
    Standing.DISCONTINUED: gettext_lazy("Discontinued"),
    Standing.REPLACED: gettext_lazy("Discontinued"),
    Standing.HIDDEN: gettext_lazy("Hidden"),
    Standing.DRAFT: gettext_lazy("Not published"),
    Standing.PRIVATE: gettext_lazy("Private"),
    Standing.DELETED: gettext_lazy("Deleted"),
}
_VARIANT_STATE = {
    State.OUT_OF_STOCK: gettext_lazy("Out of stock"),
    State.HIDDEN: gettext_lazy("Hidden"),
}


@dataclass(frozen=True, slots=True)
class About:
    """A product in words. `shown` tells whether readers see anything of it."""

    name: str
    price: str
    state: str
    variants: str
    shown: bool

    @property
    def standing(self) -> str:
        """Return the state, and what it means where readers see nothing."""
        return self.state if self.shown else _("%(state)s: readers see nothing of it") % {"state": self.state}

    @property
    def line(self) -> str:
        """Return price, state and number of variants in one line."""
        return " · ".join(filter(None, [self.price, self.standing, self.variants]))


def about(product: Any) -> About:
    """Return a product as the chooser shows it, in any state. Restrictions and successors are looked up once."""
    with references.resolved_by(references.current()):
        return _about(product)


def _about(product: Any) -> About:
    lines = len(variants_of(product))
    standing = stand(product)
    shown = show(product, Surface.LISTING)
    if standing is Standing.LIVE and shown and shown.state is State.OUT_OF_STOCK:
        standing = Standing.OUT_OF_STOCK
    return About(
        name=product.title,
        price=_price(shown),
        state=_state(product, standing),
        variants=ngettext("%(count)s variant", "%(count)s variants", lines) % {"count": lines}
        if lines
        else "",
        shown=show(product, Surface.INLINE) is not None,
    )


def variant_label(line: VariantLine, currency: str) -> str:
    """Return how a variant is named in a list: its name, price, and state if it cannot be bought."""
    price = format_price(line.price, currency) if line.price is not None else ""
    return " · ".join(filter(None, [line.name, price, str(_VARIANT_STATE.get(line.state, ""))]))


def _state(product: Any, standing: Standing) -> str:
    successor = successor_of(product) if standing is Standing.REPLACED else None
    if successor is not None:
        return _("Discontinued, now %(product)s") % {"product": successor.title}
    return str(_STANDING[standing])


def _price(shown: Showing | None) -> str:
    if shown is None or shown.price is None:
        return ""
    price = format_price(shown.price, shown.offered.currency)
    return _("from %(price)s") % {"price": price} if shown.offered.is_from else price


def picture_of(product: Any) -> str:
    """Return the address of a small picture of a product, or ""."""
    found = rendition_or_none(product.picture, PICTURE)
    return found.url if found else ""
