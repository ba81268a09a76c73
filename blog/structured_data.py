"""Article -> schema.org."""

from typing import TYPE_CHECKING

from qnwellness.content.structured_data import Node
from qnwellness.images.renditions import rendition_or_none

if TYPE_CHECKING:
    from .models import ArticlePage


def article_node(article: "ArticlePage", url: str) -> Node:
    """Return the BlogPosting node of an article. Rules: developers.google.com, "Article structured data"."""
    hero = rendition_or_none(article.hero, "fill-1200x900|format-jpeg")
    return {
        "@type": "BlogPosting",
        "@id": f"{url}#article",
        "mainEntityOfPage": url,
        "headline": article.title,
        "description": article.standfirst or article.search_description,
        "image": hero.full_url if hero else None,
        "datePublished": article.published_at.isoformat() if article.published_at else None,
        "dateModified": article.last_published_at.isoformat() if article.last_published_at else None,
        "author": [
            {"@type": "Person", "name": author.name, "jobTitle": author.role} for author in article.authors
        ],
        "timeRequired": f"PT{article.reading_minutes}M",
    }
