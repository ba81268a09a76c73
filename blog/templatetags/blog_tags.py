"""What articles look like: tags for the templates of both apps."""

from typing import Any

from django import template

from products.models import ProductPage
from qnwellness.content.structured_data import Node

from ..mentions import queries
from ..outline.anchors import INFOGRAPHIC_PREFIX
from ..structured_data import subject_of as with_subject_of

register = template.Library()


@register.simple_tag
def heading_anchor(page: Any, block_id: Any) -> str:
    """Return the anchor of a heading of the page, or nothing where there is no page (a block's preview)."""
    outline = getattr(page, "outline", None)
    return outline.anchors.get(str(block_id or ""), "") if outline else ""


@register.simple_tag
def heading_aliases(page: Any, block_id: Any) -> tuple[str, ...]:
    """Return the older anchors of a heading of the page, which still lead to it."""
    outline = getattr(page, "outline", None)
    return outline.aliases.get(str(block_id or ""), ()) if outline else ()


@register.simple_tag
def infographic_id(block_id: Any) -> str:
    """Return the id of an infographic's title, in a namespace no heading of the body can have."""
    short = str(block_id or "preview").replace("-", "")[:8]
    return f"{INFOGRAPHIC_PREFIX}{short}"


@register.simple_tag
def related_articles(product: ProductPage, limit: int = queries.LIMIT) -> list[queries.RelatedArticle]:
    """Return the articles that mention a product, best first."""
    return queries.related_articles(product, limit)


@register.simple_tag(takes_context=True)
def subject_of(
    context: template.Context, graph: Node | None, related: list[queries.RelatedArticle]
) -> Node | None:
    """Return a product's structured data with the articles its page lists, in the order listed."""
    request = context["request"]
    articles = [(item.article.get_full_url(request), item.article.title) for item in related]
    return with_subject_of(graph, articles) if graph else None
