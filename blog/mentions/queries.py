"""Reads of what articles say of products: the one source of every list of related articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from django.db.models import Exists, OuterRef, QuerySet, prefetch_related_objects

from products.availability import State
from products.models import ProductPage
from qnwellness.answers.parts import made_of
from qnwellness.content.visibility import public, public_q, restricted_paths

from ..listing import related_to
from ..models import ArticlePage, ProductRelation, SidebarChoice
from .collect import PINS

LIMIT = 5
MAX_LIMIT = 50
# Products that take the place of each other further than this do not: as `products.showing` has it.
_FURTHEST = 5


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article on a product's list, and the section to open."""

    article: ArticlePage
    relation: ProductRelation

    @property
    def url(self) -> str:
        """Return the address of the section, or of the article if no section has a heading."""
        return self.section_url or self.article.url

    @property
    def section_url(self) -> str:
        """Return the address of the section, or nothing."""
        anchor = self.relation.section_anchor
        return f"{self.article.url}#{anchor}" if anchor else ""


def related_articles(product: ProductPage, limit: int = LIMIT) -> list[RelatedArticle]:
    """Return the live, public articles that mention a product or one it takes the place of, each once, best first.

    What editors have pinned comes first, then the strongest mention, then the newest by the article's own date.
    Three queries: restrictions, the ranked list with its pages and pictures, their renditions. Two more for a product
    that takes the place of others, and one for a product no article mentions.
    """
    paths = restricted_paths()
    own = list(ranked_relations(product, paths).annotate(has_others=_replaces(product))[:limit])
    has_others = own[0].has_others if own else ProductPage.objects.filter(_replaces(product)).exists()
    found = _with_others(product, own, limit, paths) if has_others else own
    prefetch_related_objects(found, "article__hero__renditions")
    return [RelatedArticle(relation.article, relation) for relation in found]


def ranked_relations(product: ProductPage, paths: Sequence[str] | None = None) -> QuerySet:
    """Return the relations of a product whose articles a shopper may see, best first.

    `paths` are restricted paths already known; without them they are queried.
    """
    made_of(related_to(product.pk))
    return _shown(ProductRelation.objects.filter(product=product), paths).order_by(
        "rank", "-published", "article"
    )


def predecessors(product: ProductPage, paths: Sequence[str] | None = None) -> list[ProductPage]:
    """Return the products a shopper may see whose place this one takes, directly or through others. One query.

    They are those of which `products.showing.successor_of` says that this one is shown instead.
    """
    steps = [ProductPage.objects.filter(replacement=product.pk, state=State.DISCONTINUED).order_by()]
    for _ in range(_FURTHEST - 1):
        before = steps[-1].values("pk")
        steps.append(ProductPage.objects.filter(replacement__in=before, state=State.DISCONTINUED).order_by())
    ids = steps[0].values("pk").union(*(step.values("pk") for step in steps[1:]))
    found = public(ProductPage.objects.filter(pk__in=ids).exclude(pk=product.pk), paths)
    return list(found.only("title", "path", "depth", "url_path", "live", "state").order_by("title", "pk"))


def _shown(relations: QuerySet, paths: Sequence[str] | None) -> QuerySet:
    shown = relations.filter(public_q(ArticlePage, prefix="article__", paths=paths), is_excluded=False)
    return shown.select_related("article__hero").defer("article__body")


def _replaces(product: ProductPage) -> Exists:
    """Return the condition that a product takes the place of any other: one look into an index."""
    return Exists(ProductPage.objects.filter(replacement=product.pk, state=State.DISCONTINUED))


def _with_others(
    product: ProductPage, own: list[ProductRelation], limit: int, paths: Sequence[str]
) -> list[ProductRelation]:
    """Return the best of a product's own relations and those of its predecessors, one an article. Two queries.

    As many of each list as are wanted of all are enough, and each of these comes from the index in its order.
    """
    left_out = SidebarChoice.objects.filter(product=product.pk, is_excluded=True, article=OuterRef("article"))
    best = [
        ProductRelation.objects.filter(
            pk__in=ranked_relations(other, paths).filter(~Exists(left_out)).values("pk")[:limit]
        )
        for other in predecessors(product, paths)
    ]
    if not best:
        return own
    ids = reduce(QuerySet.union, (relations.values("pk") for relations in best))
    others = list(_shown(ProductRelation.objects.filter(pk__in=ids), paths))
    ranked = sorted([*own, *others], key=lambda relation: _order(relation, product))
    by_article: dict[int, ProductRelation] = {}
    for relation in ranked:
        by_article.setdefault(relation.article_id, relation)
    return list(by_article.values())[:limit]


def _order(relation: ProductRelation, product: ProductPage) -> tuple[bool, bool, int, float, int]:
    """Return what sorts relations of several products: a product's own pins stand before those of its predecessors."""
    is_pinned = relation.rank < PINS
    is_others_pin = is_pinned and relation.product_id != product.pk
    return not is_pinned, is_others_pin, relation.rank, -relation.published.timestamp(), relation.article_id
