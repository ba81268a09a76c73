"""The name of a product that is written and linked to nothing."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..article import ArticleUnderReview
from ..finding import Finding, Level, Offer


def unlinked_product(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find products that are named where a link could stand, and linked nowhere: readers do not get to them.

    One that is linked somewhere may be named elsewhere without a link.
    """
    linked = {link.target for link in article.links if link.surface == "mention"}
    open_names = [one for one in article.names if one.can_be_linked and str(one.name.product) not in linked]
    for product in dict.fromkeys(one.name.product for one in open_names):
        own = [one for one in open_names if one.name.product == product]
        first = own[0]
        said = ngettext(
            "“%(name)s” is named %(count)s time and never linked.",
            "“%(name)s” is named %(count)s times and never linked.",
            len(own),
        ) % {"name": first.words, "count": len(own)}
        message = f"{said} {_('The panel of products links it by one click.')}"
        quote = f"{first.before}{first.words}{first.after}".strip()
        yield Finding(
            "unlinked_product",
            Level.KNOW,
            message,
            first.place,
            quote,
            f"product:{product}",
            Offer.LINK_NAMES,
        )
