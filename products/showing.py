"""What one surface shows of a product: every block, mention, card and page asks `show` and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from qnwellness.answers.parts import made_of
from qnwellness.content import references
from qnwellness.content.visibility import has_expired

from . import origin
from .availability import Rule, Standing, State, Surface, rule, standing_of
from .details import shop_of, variants_of
from .offers import Offered, Stated, VariantLine, offered
from .queries import PRICES
from .shop_links import Campaign, tagged

if TYPE_CHECKING:
    from .models import ProductPage

# Replacements that lead on to other replacements further than this lead nowhere.
_FURTHEST = 5


@dataclass(frozen=True)
class Showing:
    """A product as one surface shows it.

    `product` is the one to show, `instead_of` the discontinued one it takes the place of (None otherwise). `rule` is
    that of the product shown. `variant` is the one a callout names.
    """

    product: "ProductPage"
    surface: Surface
    standing: Standing
    rule: Rule
    instead_of: "ProductPage | None" = None
    variant: VariantLine | None = None

    @property
    def name(self) -> str:
        """Return the name of today, with that of the variant."""
        return f"{self.product.title}, {self.variant.name}" if self.variant else self.product.title

    @property
    def in_a_sentence(self) -> str:
        """Return the name as a sentence says it: with that of the product that takes the place of the one meant."""
        if self.instead_of is None:
            return self.name
        return _("%(old)s (now %(new)s)") % {"old": self.instead_of.title, "new": self.name}

    @cached_property
    def offered(self) -> Offered:
        """What it costs and whether it can be bought, as far as this surface may say it."""
        product = self.product
        stated = Stated(
            State(product.state), product.price, product.currency, product.purchase_url, variants_of(product)
        )
        return offered(
            stated,
            self.rule,
            is_stale=is_price_stale(product),
            variant=self.variant.pk if self.variant else None,
        )

    @property
    def price(self) -> Decimal | None:
        """Return the price, or None where none may be shown."""
        return self.offered.price

    @property
    def state(self) -> State:
        """Return the state that is shown."""
        return self.offered.state

    @property
    def purchase_url(self) -> str:
        """Return where the shop sells it, with campaign parameters, or "" where it cannot be bought."""
        return _tagged(self.product, self.offered.purchase_url, self.surface)

    @property
    def url(self) -> str:
        """Return where a link to it leads: our page of it, or the shop where the site says so."""
        product = self.product
        if address := elsewhere(product):
            own = self.variant.purchase_url if self.variant else ""
            return _tagged(product, own or address, self.surface)
        return product.url or ""


def show(product: "ProductPage | None", surface: Surface, variant: int | None = None) -> Showing | None:
    """Return what a surface shows of a product (None for one that is gone), or None where it shows nothing."""
    standing = stand(product)
    if product is not None and surface is Surface.PAGE and standing in (Standing.DRAFT, Standing.PRIVATE):
        # Who reads its own page may see it: an editor before it is published, or those a private one is meant for.
        standing = standing_of(product.state, has_successor=successor_of(product) is not None)
    found = rule(standing, surface)
    if product is None or not found.shown:
        return None
    successor = successor_of(product) if found.successor else None
    if successor is None:
        return Showing(product, surface, standing, found, variant=_variant(product, variant))
    standing = stand(successor)
    return Showing(successor, surface, standing, rule(standing, surface), instead_of=product)


def stand(product: "ProductPage | None") -> Standing:
    """Return how a product stands for a shopper. At most one query a page for restrictions, and its successor."""
    if product is None:
        return Standing.DELETED
    return standing_of(
        product.state,
        is_live=product.live and not has_expired(product),
        is_private=_is_private(product),
        has_successor=successor_of(product) is not None,
    )


def successor_of(product: "ProductPage") -> "ProductPage | None":
    """Return the product that takes a discontinued one's place, if a shopper may see it; else None."""
    seen = {product.pk}
    found: ProductPage | None = product
    for _step in range(_FURTHEST):
        if found is None or found.state != State.DISCONTINUED or found.replacement_id in (None, *seen):
            break
        seen.add(found.replacement_id)
        found = references.current().one("product", found.replacement_id)
    if found is None or found.pk == product.pk or not _is_seen(found):
        return None
    return found


def is_price_stale(product: "ProductPage") -> bool:
    """Tell whether the price is older than the site's limit. Only prices of a catalogue that is fetched grow old."""
    shop = shop_of(product)
    record = getattr(product, "catalogue_record", None)
    if not shop.is_scheduled or record is None:
        return False
    made_of(PRICES)
    return timezone.now() - record.seen_at > timedelta(hours=shop.price_hours)


def _is_seen(product: "ProductPage") -> bool:
    hidden = product.state == State.HIDDEN or not product.live or has_expired(product)
    return not hidden and not _is_private(product)


def _is_private(product: "ProductPage") -> bool:
    paths: Iterable[str] = references.current().restricted_paths
    return any(product.path.startswith(path) for path in paths)


def _variant(product: "ProductPage", pk: int | None) -> VariantLine | None:
    return next((line for line in variants_of(product) if line.pk == pk), None) if pk else None


def _tagged(product: "ProductPage", address: str, surface: Surface) -> str:
    shop = shop_of(product)
    campaign = Campaign(shop.utm_source, shop.utm_medium, shop.utm_campaign)
    return tagged(address, campaign, article=origin.current().slug, kind=str(surface))


def elsewhere(product: "ProductPage") -> str:
    """Return the address of the shop's own page of a product where that is the one to be found, else "".

    Of a discontinued product that is ours: the shop has no page of it any more, or soon will not.
    """
    sells = product.state in (State.LIVE, State.OUT_OF_STOCK)
    return product.purchase_url if sells and shop_of(product).link_target == "shop" else ""


def wording(product: "ProductPage", attributes: Mapping[str, str]) -> str | None:
    """Return the words readers see of a mention with these attributes; None where they are those stored with it."""
    if attributes.get("text") != "name":
        return None
    shown = show(product, Surface.INLINE)
    return shown.in_a_sentence if shown else None
