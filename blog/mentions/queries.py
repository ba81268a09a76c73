"""Reads of what articles say of products: the one source of every list of related articles."""

from dataclasses import dataclass

from django.db.models import QuerySet

from products.models import ProductPage
from qnwellness.content.visibility import public_q

from ..models import ArticlePage, ProductRelation

LIMIT = 5
MAX_LIMIT = 50


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
    """Return the live, public articles that mention a product, best first.

    Ranked by strength of mention, then by the article's own date. Three queries: restrictions, the ranked list
    with its pages and pictures, their renditions.
    """
    return [RelatedArticle(relation.article, relation) for relation in ranked_relations(product)[:limit]]


def ranked_relations(product: ProductPage) -> QuerySet:
    """Return the relations of a product whose articles a shopper may see, best first."""
    return (
        ProductRelation.objects.filter(public_q(ArticlePage, prefix="article__"), product=product)
        .select_related("article__hero")
        .prefetch_related("article__hero__renditions")
        .defer("article__body")
        .order_by("rank", "-published", "article")
    )
