"""Registers the inline product mention with the editor."""

from django.urls import URLResolver, include, path
from django.utils.html import json_script
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from .chooser.viewset import ProductChooserViewSet
from .rich_text.contentstate import CONTENTSTATE_RULE
from .rich_text.editor_feature import FEATURE, labels
from .rich_text.editor_html import RULES
from .rich_text.link_handler import ProductMentionHandler
from .rich_text.mention import LINK_TYPE
from .screens import urls as catalogue_urls
from .screens.dashboard import add_catalogue_panel
from .screens.menu import menu_item


@hooks.register("register_rich_text_features")
def register_product_mention(features: FeatureRegistry) -> None:
    """Offer the mention to every rich text field that lists the feature "product"."""
    features.register_link_type(ProductMentionHandler)
    features.register_editor_plugin("draftail", LINK_TYPE, FEATURE)
    features.register_converter_rule("contentstate", LINK_TYPE, CONTENTSTATE_RULE)
    features.register_converter_rule("editorhtml", LINK_TYPE, RULES)


@hooks.register("insert_editor_js")
def product_mention_labels() -> SafeString:
    """Hand the script its words in the editor's language."""
    return json_script(labels(), "product-mention-labels")


@hooks.register("register_admin_viewset")
def product_chooser() -> ProductChooserViewSet:
    """Let editors find products by any of their names and keys."""
    return ProductChooserViewSet("product_chooser")


@hooks.register("register_admin_urls")
def catalogue_addresses() -> list[URLResolver]:
    """Give the screens of the catalogue their addresses."""
    return [path("catalogue/", include(catalogue_urls))]


hooks.register("register_admin_menu_item", menu_item)
hooks.register("construct_homepage_panels", add_catalogue_panel)
