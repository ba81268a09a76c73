"""A callout without its product."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def missing_product(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find callouts and calls to action whose product is not chosen or has been deleted."""
    for link in article.links:
        if link.kind != "product" or (link.kind, link.target) in article.targets:
            continue
        if link.surface == "callout":
            message = _("This callout has no product. Choose one, or take it out.")
            yield Finding("missing_product", Level.MUST, message, link.place)
        elif link.surface == "call_to_action" and link.target:
            message = _("The product of this call to action has been deleted.")
            yield Finding("missing_product", Level.MUST, message, link.place)
