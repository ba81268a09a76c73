"""The articles of a product as its screen lists them: on the list, not shown, left out, through others, in drafts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from products.models import ProductPage
from qnwellness.content.visibility import has_expired, restricted_paths

from ..mentions.choices import arrangement
from ..mentions.collect import PINS
from ..mentions.queries import MAX_LIMIT, predecessors, ranked_relations, related_articles
from ..models import ArticlePage, ProductRelation
from .product_access import editable, nameable_articles
from .product_drafts import Draft, drafts_naming
from .product_log import who_decided
from .product_why import said_by, why_there

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """An article on the screen: its relation (None where it does not mention the product now), and why it is there.

    `number` is its place on the list, 0 where it has none; `actions` what can be done with it.
    """

    article: ArticlePage
    relation: ProductRelation | None
    why: str
    number: int = 0
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listed:
    """Everything the screen shows. `unnamed` counts the articles whose names this user may not read."""

    page: Page
    shown: list[Row]
    unseen: list[Row]
    excluded: list[Row]
    idle: list[Row]
    inherited: list[Row]
    drafts: list[Draft]
    editable: set[int] = field(default_factory=set)
    unnamed: int = 0


class Listing:
    """Reads the articles of a product for one user. The number of queries does not grow with the articles."""

    def __init__(self, product: ProductPage, user: Any, page: Any = 1) -> None:
        self.product, self.user = product, user
        self.paths = restricted_paths()
        self.page = Paginator(ranked_relations(product, self.paths), A_PAGE).get_page(page)
        self.decided = who_decided(product)
        self.choices = arrangement(product.pk)

    def read(self) -> Listed:
        """Return what the screen shows."""
        shown = self._shown()
        unseen, excluded, unnamed = self._others()
        rows = [*shown, *unseen, *excluded, *(idle := self._idle()), *(inherited := self._inherited())]
        drafts = drafts_naming(self.product.pk, self.user)
        ids = {row.article.pk for row in rows} | {draft.article.pk for draft in drafts}
        return Listed(
            *(self.page, shown, unseen, excluded, idle, inherited, drafts),
            editable=editable(self.user, ids),
            unnamed=unnamed,
        )

    def _shown(self) -> list[Row]:
        """Return the rows of this page of the list; the last is compared with the first of the next page."""
        start = self.page.start_index() - 1 if self.page.paginator.count else 0
        relations = list(self.page.paginator.object_list[start : start + A_PAGE + 1])
        pins = sum(choice.position is not None for choice in self.choices.values())
        rows = [
            Row(
                relation.article,
                relation,
                self._why(relation, following),
                number,
                _actions(relation, pins),
            )
            for number, (relation, following) in enumerate(pairwise([*relations, None]), start + 1)
        ]
        return rows[:A_PAGE]

    def _why(self, relation: ProductRelation, following: ProductRelation | None) -> str:
        return why_there(relation, following, self.decided.get(("pin", relation.article_id)), self.user)

    def _others(self) -> tuple[list[Row], list[Row], int]:
        """Return what shoppers cannot see, what was left out, and how much of both this user may not know by name."""
        relations = ProductRelation.objects.filter(product=self.product)
        others = relations.exclude(pk__in=ranked_relations(self.product, self.paths).values("pk"))
        named = others.filter(article__in=nameable_articles(self.user).values("pk"))
        found = list(
            named.select_related("article").defer("article__body").order_by("rank", "article")[:A_PAGE]
        )
        excluded = [
            Row(one.article, one, self._left_out(one.article_id), actions=("include",))
            for one in found
            if one.is_excluded
        ]
        unseen = [
            Row(one.article, one, self._unseen(one.article), actions=_actions(one))
            for one in found
            if not one.is_excluded
        ]
        return unseen, excluded, others.count() - named.count()

    def _left_out(self, article: int) -> str:
        return said_by(_("Left out"), self.decided.get(("exclude", article)), self.user)

    def _unseen(self, article: ArticlePage) -> str:
        if has_expired(article):
            return _("Its time is over: it expired.")
        if any(article.path.startswith(path) for path in self.paths):
            return _("Private: it, or a page above it, can be seen only by some.")
        return _("It is not published.")

    def _idle(self) -> list[Row]:
        """Return articles that were pinned or left out and do not mention the product now."""
        said = ProductRelation.objects.filter(product=self.product).values("article")
        articles = nameable_articles(self.user).filter(pk__in=self.choices.keys()).exclude(pk__in=said)
        return [self._idle_row(article) for article in articles.order_by("title")] if self.choices else []

    def _idle_row(self, article: ArticlePage) -> Row:
        if self.choices[article.pk].is_excluded:
            return Row(article, None, self._left_out(article.pk), actions=("include",))
        why = _("Pinned, but it does not mention the product now, or is not published.")
        return Row(article, None, why, actions=("unpin",))

    def _inherited(self) -> list[Row]:
        """Return what stands on the list because it mentions a product whose place this one takes."""
        names = {other.pk: other.title for other in predecessors(self.product, self.paths)}
        if not names:
            return []
        found: Iterable[ProductRelation] = (
            one.relation
            for one in related_articles(self.product, MAX_LIMIT)
            if one.relation.product_id in names
        )
        why = _("Mentions “%(name)s”, whose place this product takes.")
        return [
            Row(one.article, one, why % {"name": names[one.product_id]}, actions=("exclude",))
            for one in found
        ]


def _actions(relation: ProductRelation, pins: int = 0) -> tuple[str, ...]:
    if relation.rank >= PINS:
        return "pin", "exclude"
    up = ("up",) if relation.rank > 0 else ()
    down = ("down",) if relation.rank < pins - 1 else ()
    return *up, *down, "unpin", "exclude"
