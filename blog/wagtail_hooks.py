"""Registers what articles bring to the admin."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from .editor import urls as editor_urls
from .editor.forms import ArticleViewSet


@hooks.register("register_admin_urls")
def article_review_urls() -> list[URLPattern | URLResolver]:
    """Give the panels beside an article's form their addresses."""
    return [path("articles/", include(editor_urls))]


@hooks.register("register_admin_viewset")
def article_viewset() -> ArticleViewSet:
    """Show articles with our views of their forms."""
    return ArticleViewSet()
