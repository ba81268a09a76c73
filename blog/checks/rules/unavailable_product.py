"""A callout or a call to action for a product that cannot be bought."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview, Promoted
from ..finding import Finding, Level

_LEVELS = {"out_of_stock": Level.KNOW, "discontinued": Level.SHOULD, "replaced": Level.KNOW}


def unavailable_product(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find promoted products that are out of stock, discontinued or replaced; what is not shown at all is another's."""
    for link in article.links:
        product = article.promoted.get(link.target) if link.kind == "product" else None
        if product is None or link.surface not in {"callout", "call_to_action"}:
            continue
        if level := _LEVELS.get(product.standing):
            message = _message(product, link.surface)
            subject = f"{link.surface}:{product.standing}:{product.successor}"
            yield Finding("unavailable_product", level, message, link.place, product.name, subject)


def _message(product: Promoted, surface: str) -> str:
    names = {"product": product.name, "successor": product.successor}
    if product.standing == "replaced":
        if surface == "callout":
            said = _(
                "“%(product)s” is discontinued: readers are shown “%(successor)s”, which takes its place. Why it is"
                " here is left out, as it was written about another product."
            )
        else:
            said = _(
                "“%(product)s” is discontinued: readers are led to “%(successor)s”, which takes its place."
            )
    elif product.standing == "discontinued":
        said = _(
            "“%(product)s” is discontinued: readers see it without a price and cannot buy it. Choose another product,"
            " or name one that takes its place."
        )
    else:
        said = _("“%(product)s” is out of stock: readers see that it cannot be bought now.")
    return said % names
