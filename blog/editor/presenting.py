"""The panels of an article, as the form shows them: once with the page, then again and again while one types."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from ..checks.finding import Finding, Level
from ..checks.findings import Review, review
from ..models import ArticlePage
from .addresses import refused_addresses
from .contents import Contents, contents_of
from .facts_listed import ListedFacts, listed_facts
from .products_listed import ListedProducts, listed_products


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one level under their heading."""

    level: Level
    heading: str
    findings: list[Finding]


class Panels:
    """The contents list, the findings, the facts and the products of one article, saved or not."""

    def __init__(self, page: ArticlePage) -> None:
        self.page = page

    @cached_property
    def contents(self) -> Contents:
        """Return what the Contents panel shows."""
        return contents_of(self.page)

    @cached_property
    def review(self) -> Review:
        """Return what the panel "Before you publish" shows."""
        reviewed = review(self.page)
        return replace(reviewed, findings=(*refused_addresses(self.page), *reviewed.findings))

    @cached_property
    def facts(self) -> ListedFacts:
        """Return what the Facts panel shows."""
        return listed_facts(self.page, self.review)

    @cached_property
    def products(self) -> ListedProducts:
        """Return what the Products panel shows."""
        return listed_products(self.page, self.review.article)

    @property
    def groups(self) -> list[Group]:
        """Return the open findings that there are, most pressing first."""
        groups = (Group(level, heading_of(level), self.review.of(level)) for level in Level)
        return [group for group in groups if group.findings]

    @property
    def pressing(self) -> int:
        """Return how many findings the counter of the panel shows: what must or should be mended."""
        counts = self.review.counts
        return counts[Level.MUST] + counts[Level.SHOULD]

    def contents_html(self) -> str:
        """Return the inside of the Contents panel."""
        return render_to_string("blog/editor/contents.html", {"contents": self.contents})

    def findings_html(self) -> str:
        """Return the inside of the panel "Before you publish"."""
        context = {"review": self.review, "groups": self.groups, "is_saved": bool(self.page.pk)}
        context["page_id"] = self.page.pk
        return render_to_string("blog/editor/findings.html", context)

    def facts_html(self) -> str:
        """Return the inside of the Facts panel."""
        return render_to_string("blog/editor/facts_listed.html", {"facts": self.facts})

    def products_html(self) -> str:
        """Return the inside of the Products panel."""
        return render_to_string("blog/editor/products_listed.html", {"products": self.products})

    def findings_status(self) -> str:
        """Return what a screen reader is told when the findings have changed."""
        parts = [f"{group.heading}: {len(group.findings)}" for group in self.groups]
        return ". ".join(parts) or _("Nothing to mend")

    def as_json(self) -> dict[str, Any]:
        """Return what the script beside the form puts in place."""
        return {
            "contents": {"html": self.contents_html(), "status": self.contents.status},
            "facts": {"html": self.facts_html(), "status": self.facts.status},
            "products": {"html": self.products_html(), "status": self.products.status},
            "findings": {
                "html": self.findings_html(),
                "status": self.findings_status(),
                "count": self.pressing,
            },
        }


def heading_of(level: Level) -> str:
    """Return what a group of findings is called."""
    return {
        Level.MUST: _("Must fix"),
        Level.SHOULD: _("Should fix"),
        Level.KNOW: _("Good to know"),
    }[level]
