"""Registers what articles bring to the admin."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import json_script
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from .editor import urls as editor_urls
from .editor.dashboard import add_articles_panel
from .editor.forms import ArticleViewSet
from .editor.keeping_sources import refuse_to_delete_cited
from .editor.people import AuthorViewSet
from .editor.publishing import warn_of_what_is_broken
from .editor.report import ArticlesToLookAtView, menu_item
from .rich_text.citation.contentstate import CONTENTSTATE_RULE
from .rich_text.citation.editor_feature import FEATURE, labels
from .rich_text.citation.editor_html import RULES
from .rich_text.citation.link_handler import CitationHandler
from .rich_text.citation.stored import LINK_TYPE
from .sources.viewset import SourceViewSet

register_snippet(AuthorViewSet)
register_snippet(SourceViewSet)


@hooks.register("register_admin_urls")
def article_review_urls() -> list[URLPattern | URLResolver]:
    """Give the panels beside an article's form, and the report of articles, their addresses."""
    results = ArticlesToLookAtView.as_view(results_only=True)
    return [
        path("articles/", include(editor_urls)),
        path("reports/articles/", ArticlesToLookAtView.as_view(), name="article_report"),
        path("reports/articles/results/", results, name="article_report_results"),
    ]


hooks.register("register_reports_menu_item", menu_item)
hooks.register("before_delete_snippet", refuse_to_delete_cited)
hooks.register("after_publish_page", warn_of_what_is_broken)
hooks.register("construct_homepage_panels", add_articles_panel)


@hooks.register("register_admin_viewset")
def article_viewset() -> ArticleViewSet:
    """Show articles with our views of their forms."""
    return ArticleViewSet()


@hooks.register("register_rich_text_features")
def register_citation(features: FeatureRegistry) -> None:
    """Offer the citation to every rich text field that lists the feature "source"."""
    features.register_link_type(CitationHandler)
    features.register_editor_plugin("draftail", LINK_TYPE, FEATURE)
    features.register_converter_rule("contentstate", LINK_TYPE, CONTENTSTATE_RULE)
    features.register_converter_rule("editorhtml", LINK_TYPE, RULES)


@hooks.register("insert_editor_js")
def citation_labels() -> SafeString:
    """Hand the citation's script its words in the editor's language."""
    return json_script(labels(), "citation-labels")
