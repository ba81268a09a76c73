"""A call to action that leads nowhere."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def aimless_call(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find calls to action with words for a link, and neither a product nor an address to lead to."""
    by_panel: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for link in article.links:
        if link.surface == "call_to_action":
            panel = link.place.rpartition(".")[0]
            by_panel.setdefault(panel, []).append(link.target)
            words[panel] = link.words
    for panel, targets in by_panel.items():
        if words[panel].strip() and not any(targets):
            yield Finding(
                "aimless_call",
                Level.SHOULD,
                _("This call to action leads nowhere. Choose a product or give an address."),
                f"{panel}.product",
                words[panel],
            )
