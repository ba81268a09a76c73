"""Registers what articles bring to the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import json_script
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.telepath import register as register_form
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from .blocks.body import BodyBlock
from .blocks.infographic import InfographicBlock
from .editor import urls as editor_urls
from .editor.dashboard import add_articles_panel
from .editor.deliveries import delivery_urls
from .editor.deliveries import menu_item as sent_lists
from .editor.facts import ArticleFactsView
from .editor.facts_button import facts_button
from .editor.filling import FillView
from .editor.filling_adapter import InfographicBlockAdapter
from .editor.forms import ArticleViewSet
from .editor.imported.fetching import FetchView
from .editor.imported.listing import ImportedArticlesView
from .editor.imported.listing import menu_item as imported_articles
from .editor.imported.missing import MissingPicturesView
from .editor.imported.redirects import RedirectsView
from .editor.importing import urls as importing_urls
from .editor.importing.menu import menu_item as import_articles
from .editor.keeping_facts import refuse_to_delete_used
from .editor.keeping_products import (
    keep_from_bulk_action,
    keep_from_deleting,
    keep_from_unpublishing,
    tell_articles,
)
from .editor.keeping_sources import refuse_to_delete_cited
from .editor.keeping_views import DeletePagesAction, ProductViewSet
from .editor.pasting.adapter import BodyBlockAdapter
from .editor.pasting.views import PasteView
from .editor.people import AuthorViewSet
from .editor.product_articles import ProductArticlesView
from .editor.product_button import articles_button
from .editor.product_log import register_actions
from .editor.product_numbers import add_product_numbers
from .editor.product_reports import register_menu_items, report_urls
from .editor.publishing import warn_of_what_is_broken
from .editor.replacing import ReplaceProductView
from .editor.report import ArticlesToLookAtView, menu_item
from .facts.viewset import FactViewSet
from .rich_text.citation.contentstate import CONTENTSTATE_RULE
from .rich_text.citation.editor_feature import FEATURE, labels
from .rich_text.citation.editor_html import RULES
from .rich_text.citation.link_handler import CitationHandler
from .rich_text.citation.stored import LINK_TYPE
from .rich_text.fact import contentstate as fact_contentstate
from .rich_text.fact import editor_feature as fact_feature
from .rich_text.fact import editor_html as fact_html
from .rich_text.fact.link_handler import FactHandler
from .rich_text.fact.stored import LINK_TYPE as FACT
from .sources.viewset import SourceViewSet

register_snippet(AuthorViewSet)
register_snippet(SourceViewSet)
register_snippet(FactViewSet)
register_form(InfographicBlockAdapter(), InfographicBlock)
register_form(BodyBlockAdapter(), BodyBlock)


@hooks.register("register_admin_urls")
def article_review_urls() -> list[URLPattern | URLResolver]:
    """Give the panels beside an article's form, and the report of articles, their addresses."""
    results = ArticlesToLookAtView.as_view(results_only=True)
    return [
        path("articles/", include(editor_urls)),
        path("articles/<int:page_id>/facts/", ArticleFactsView.as_view(), name="article_facts"),
        path("articles/products/<int:product_id>/", ReplaceProductView.as_view(), name="product_in_use"),
        path("articles/pasting/", PasteView.as_view(), name="article_pasting"),
        path("articles/infographic/", FillView.as_view(), name="infographic_filling"),
        path("products/<int:product_id>/articles/", ProductArticlesView.as_view(), name="product_articles"),
        *report_urls(),
        *delivery_urls(),
        path("articles/import/", include(importing_urls)),
        path("articles/imported/", ImportedArticlesView.as_view(), name="imported_articles"),
        path(
            "articles/imported/results/",
            ImportedArticlesView.as_view(results_only=True),
            name="imported_articles_results",
        ),
        path("articles/imported/pictures/", MissingPicturesView.as_view(), name="imported_pictures"),
        path("articles/imported/pictures/fetch/", FetchView.as_view(), name="imported_pictures_fetch"),
        path("articles/imported/redirects.csv", RedirectsView.as_view(), name="imported_redirects"),
        path("reports/articles/", ArticlesToLookAtView.as_view(), name="article_report"),
        path("reports/articles/results/", results, name="article_report_results"),
    ]


@hooks.register("register_permissions")
def fetching_permission() -> QuerySet[Permission]:
    """Let administrators give and take the permission to fetch pictures, with those of the other groups."""
    return Permission.objects.filter(content_type__app_label="blog", codename="fetch_pictures")


hooks.register("register_reports_menu_item", menu_item)
hooks.register("register_reports_menu_item", imported_articles)
hooks.register("register_admin_menu_item", import_articles)
hooks.register("register_reports_menu_item", sent_lists)
register_menu_items()
hooks.register("before_delete_snippet", refuse_to_delete_cited)
hooks.register("before_delete_snippet", refuse_to_delete_used)
hooks.register("before_delete_page", keep_from_deleting)
hooks.register("before_unpublish_page", keep_from_unpublishing)
hooks.register("before_bulk_action", keep_from_bulk_action)
# After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", DeletePagesAction, order=100)
hooks.register("after_publish_page", warn_of_what_is_broken)
hooks.register("after_publish_page", tell_articles)
hooks.register("construct_homepage_panels", add_articles_panel)
hooks.register("construct_homepage_panels", add_product_numbers)
hooks.register("register_page_header_buttons", facts_button)
hooks.register("register_page_header_buttons", articles_button)
hooks.register("register_log_actions", register_actions)


@hooks.register("register_admin_viewset")
def article_viewset() -> ArticleViewSet:
    """Show articles with our views of their forms."""
    return ArticleViewSet()


@hooks.register("register_admin_viewset")
def product_viewset() -> ProductViewSet:
    """Look at articles before it is asked whether a product is to be unpublished."""
    return ProductViewSet()


@hooks.register("register_rich_text_features")
def register_citation(features: FeatureRegistry) -> None:
    """Offer the citation to every rich text field that lists the feature "source"."""
    features.register_link_type(CitationHandler)
    features.register_editor_plugin("draftail", LINK_TYPE, FEATURE)
    features.register_converter_rule("contentstate", LINK_TYPE, CONTENTSTATE_RULE)
    features.register_converter_rule("editorhtml", LINK_TYPE, RULES)


@hooks.register("register_rich_text_features")
def register_fact(features: FeatureRegistry) -> None:
    """Offer facts to every rich text field that lists the feature "fact", and show their figure of today."""
    features.register_link_type(FactHandler)
    features.register_editor_plugin("draftail", FACT, fact_feature.FEATURE)
    features.register_converter_rule("contentstate", FACT, fact_contentstate.CONTENTSTATE_RULE)
    features.register_converter_rule("editorhtml", FACT, fact_html.RULES)


@hooks.register("insert_editor_js")
def citation_labels() -> SafeString:
    """Hand the citation's script its words in the editor's language."""
    return json_script(labels(), "citation-labels")


@hooks.register("insert_editor_js")
def fact_labels() -> SafeString:
    """Hand the script of facts its words in the editor's language."""
    return json_script(fact_feature.labels(), "fact-labels")
