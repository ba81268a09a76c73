"""What stands around an article's text."""

from django import template

from .. import listing
from ..models import ArticlePage

register = template.Library()


@register.simple_tag
def related_reading(article: ArticlePage) -> list[ArticlePage]:
    """Return the articles to read next, best first, or nothing."""
    return listing.related_reading(article)
