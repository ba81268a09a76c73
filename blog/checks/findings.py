"""The findings of an article, by how much they matter, without those an editor has set aside."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ..models import ArticlePage, DismissedFinding
from .article import ArticleUnderReview
from .finding import Finding, Level
from .loading import under_review
from .rules import ON_DRIFT, ON_FIGURES, RULES


@dataclass(frozen=True)
class Review:
    """All findings of an article as it was read, and what has been set aside of them."""

    findings: tuple[Finding, ...]
    dismissals: dict[str, DismissedFinding]
    article: ArticleUnderReview = field(default_factory=ArticleUnderReview)

    @cached_property
    def open(self) -> list[Finding]:
        """Return what still asks for attention."""
        return [finding for finding in self.findings if not self._is_dismissed(finding)]

    @cached_property
    def dismissed(self) -> list[tuple[Finding, DismissedFinding]]:
        """Return what has been set aside, each with who did so and why."""
        return [
            (finding, self.dismissals[finding.fingerprint])
            for finding in self.findings
            if self._is_dismissed(finding)
        ]

    def of(self, level: Level) -> list[Finding]:
        """Return the open findings of one level."""
        return [finding for finding in self.open if finding.level == level]

    @property
    def on_figures(self) -> list[Finding]:
        """Return the open findings about doses and figures."""
        return [finding for finding in self.open if finding.rule in ON_FIGURES]

    @property
    def on_drift(self) -> list[Finding]:
        """Return those of them that are not only about a figure typed twice."""
        return [finding for finding in self.open if finding.rule in ON_DRIFT]

    @property
    def counts(self) -> dict[str, int]:
        """Return the number of open findings by level: must, should, know."""
        return {level.value: len(self.of(level)) for level in Level}

    def _is_dismissed(self, finding: Finding) -> bool:
        return finding.can_be_dismissed and finding.fingerprint in self.dismissals


def find(article: ArticleUnderReview) -> tuple[Finding, ...]:
    """Return what every rule finds. The same words found twice by one rule are told once a place."""
    return tuple(dict.fromkeys(finding for rule in RULES for finding in rule(article)))


def review(page: ArticlePage) -> Review:
    """Return the review of an article, saved or not, with what its pictures have no room for."""
    return review_all([page], measures_pictures=True)[0]


def review_all(pages: Iterable[ArticlePage], *, measures_pictures: bool = False) -> list[Review]:
    """Return the reviews of articles in their order.

    To measure the pictures of one infographic takes up to a tenth of a second: many articles are better not asked.
    With `bylines` and `anchors` prefetched, as few queries as for one; else each article may take two more.
    """
    pages = list(pages)
    rows = DismissedFinding.objects.filter(article__in=[page.pk for page in pages if page.pk])
    dismissals: dict[int, dict[str, DismissedFinding]] = {}
    for row in rows.select_related("dismissed_by"):
        dismissals.setdefault(row.article_id, {})[row.fingerprint] = row
    articles = under_review(pages, measures_pictures=measures_pictures)
    return [
        Review(find(article), dismissals.get(page.pk, {}), article)
        for page, article in zip(pages, articles, strict=True)
    ]
