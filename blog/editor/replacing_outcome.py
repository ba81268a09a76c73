"""What readers will see of a product in articles once it is discontinued, replaced, hidden or unpublished."""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from products.availability import State, Surface
from products.chooser.about import about
from products.models import ProductPage
from products.showing import Showing, show
from qnwellness.content import references

from .product_standing import ShowingArticle


@dataclass(frozen=True, slots=True)
class Outcome:
    """One kind of place, and what readers will see there."""

    where: str
    then: str


def outcomes(
    product: ProductPage,
    articles: Iterable[ShowingArticle],
    *,
    state: State | None = None,
    replacement: ProductPage | None = None,
    is_live: bool = True,
) -> list[Outcome]:
    """Return what readers will see at each kind of place that there is. Writes nothing.

    Asks the same table of states and surfaces as the pages do, about a product that is not stored.
    """
    imagined = copy.copy(product)
    imagined.state, imagined.live = str(state or product.state), product.live and is_live
    imagined.replacement_id = replacement.pk if replacement else None
    with references.resolving({"product": {replacement.pk} if replacement else set()}):
        return list(_outcomes(imagined, [shown.place for article in articles for shown in article.places]))


def _outcomes(product: ProductPage, places: list) -> Iterator[Outcome]:
    if any(not place.is_inline for place in places):
        yield Outcome(_("Callouts and calls to action"), _card(show(product, Surface.CALLOUT)))
    inline = [place for place in places if place.is_inline]
    if any(place.follows_name for place in inline):
        yield Outcome(_("Sentences that use its name"), _name(product, show(product, Surface.INLINE)))
    own = next((place.words for place in inline if not place.follows_name), None)
    if own is not None:
        yield Outcome(_("Sentences that name it in other words"), _own(own, show(product, Surface.INLINE)))
    yield Outcome(_("Its own page"), _page(show(product, Surface.PAGE)))
    yield Outcome(_("The list of products"), _listing(show(product, Surface.LISTING)))


def _card(shown: Showing | None) -> str:
    if shown is None:
        return _("Nothing: the box is left out.")
    if shown.instead_of is None:
        return _("“%(product)s”, as no longer made, without price and button.") % {"product": shown.name}
    what = {"new": shown.name, "about": about(shown.product).line, "old": shown.instead_of.title}
    return _("“%(new)s” (%(about)s), which takes the place of “%(old)s”.") % what


def _name(product: ProductPage, shown: Showing | None) -> str:
    if shown is None:
        return _("The words as they were written, without a link.")
    if shown.instead_of is None:
        return _("“%(product)s”, which leads to its page.") % {"product": shown.name}
    what = {"old": product.title, "new": shown.name}
    return _("“%(old)s (now %(new)s)”, which leads to “%(new)s”.") % what


def _own(words: str, shown: Showing | None) -> str:
    if shown is None:
        return _("“%(words)s”, without a link.") % {"words": words}
    return _("“%(words)s”, which leads to “%(product)s”.") % {"words": words, "product": shown.name}


def _page(shown: Showing | None) -> str:
    if shown is None:
        return _("Nothing: it is gone from the site.")
    if shown.instead_of is None:
        return _("It stays for those who have it at home, without price and button.")
    return _("It stays, and names “%(product)s” as what takes its place.") % {"product": shown.name}


def _listing(shown: Showing | None) -> str:
    return _("It is listed.") if shown else _("It is no longer listed.")
