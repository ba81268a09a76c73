"""A link to what readers cannot see."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview, Link, Target
from ..finding import Finding, Level


def unpublished_target(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find links, mentions, callouts and calls to action to drafts and to private, expired or hidden pages."""
    for link in article.links:
        target = article.targets.get((link.kind, link.target))
        if target and target.hindrance:
            yield Finding(
                "unpublished_target",
                Level.SHOULD,
                _message(link, target),
                link.place,
                link.words or target.title,
                f"{link.kind}:{link.target}:{target.hindrance}",
            )


def _message(link: Link, target: Target) -> str:
    states = {
        "draft": _("“%(title)s” is not published."),
        "private": _("“%(title)s” is private."),
        "expired": _("The time of “%(title)s” is over."),
        "hidden": _("“%(title)s” is hidden in the shop."),
    }
    outcomes = {
        "callout": _("Readers see nothing in place of this callout."),
        "call_to_action": _("Readers see no link to it."),
        "infographic": _("Readers see nothing in place of its infographic."),
    }
    shown = outcomes.get(link.surface, _("Readers see its words without a link."))
    return f"{states[target.hindrance] % {'title': target.title}} {shown}"
