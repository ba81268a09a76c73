"""What the Facts panel beside an article's form shows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..checks.findings import Review
from ..models import ArticlePage
from ..proposing.article import uses_in_body
from .facts_used import UsedFacts, used_facts

# What the checks call figures that are typed by hand and could be linked.
_WAITING = {"typed_fact", "repeated_figure"}


@dataclass(frozen=True, slots=True)
class ListedFacts:
    """The facts of a form, and how many of its figures could be linked. `url` leads to the screen that does that.

    It is empty for an article that was never saved.
    """

    used: UsedFacts
    waiting: int
    url: str

    @property
    def waiting_words(self) -> str:
        """Return how many figures could be facts, as a sentence."""
        if not self.waiting:
            return _("No figure that is typed by hand is a fact, or stands twice.")
        said = ngettext(
            "%(count)s figure could be a fact.", "%(count)s figures could be facts.", self.waiting
        )
        return said % {"count": self.waiting}

    @property
    def status(self) -> str:
        """Return what a screen reader is told when the list has changed."""
        count = len(self.used.facts)
        said = ngettext("%(count)s fact used.", "%(count)s facts used.", count) % {"count": count}
        return f"{said} {self.waiting_words}"


def listed_facts(page: ArticlePage, review: Review) -> ListedFacts:
    """Return what the panel shows of an article, saved or not. One query, if it uses facts.

    Its review has looked at every figure; one that was set aside there does not wait.
    """
    waiting = sum(finding.rule in _WAITING for finding in review.open)
    url = reverse("article_facts", args=[page.pk]) if page.pk else ""
    uses = uses_in_body(page.body.stream_block, list(page.body.raw_data))
    return ListedFacts(used_facts(uses), waiting, url)
