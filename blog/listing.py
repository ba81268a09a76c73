"""Lists of articles for shoppers."""

from django.apps import apps
from django.db.models import QuerySet
from taggit.models import Tag
from wagtail.models import Page

from qnwellness.content.visibility import public


def as_cards(articles: QuerySet) -> QuerySet:
    """Load what a card shows, pictures and renditions included, and not the bodies. Two queries in all."""
    return articles.defer("body").select_related("hero").prefetch_related("hero__renditions")


def listed_articles(parent: Page, tag: Tag | None = None) -> QuerySet:
    """Return the articles below `parent` a shopper may see, newest first."""
    articles = public(apps.get_model("blog", "ArticlePage").objects.child_of(parent))
    if tag is not None:
        articles = articles.filter(tags=tag)
    return as_cards(articles.order_by("-published_at", "-pk"))
