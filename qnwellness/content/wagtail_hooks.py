"""Registers what every content page brings to Wagtail and its admin."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from wagtail import hooks
from wagtail.admin.rich_text.converters.editor_html import WhitelistRule
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.whitelist import allow_without_attributes

from .minify import minify_html
from .page_links import ResolvedPageLinkHandler
from .pages import SitePage
from .visibility import has_expired

# Icons of blocks that Wagtail does not have, in templates/site/icons/admin/.
ADMIN_ICONS = ["calculator", "chart-bar", "fact", "infographic", "infographic-link", "leaf", "statistic"]


# Before Wagtail's check of view restrictions, so that the check and the page ask for them together.
@hooks.register("on_serve_page", order=-1)
def serve_together(serve: Callable) -> Callable:
    """Serve a page with everything it asks for asked once. An expired page has no address any more."""

    def inner(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> Any:
        if not isinstance(page, SitePage):
            return serve(page, request, args, kwargs)
        if has_expired(page):
            raise Http404("expired")
        with page.being_served():
            response = serve(page, request, args, kwargs)
            if isinstance(response, TemplateResponse):
                # The views of a routable page return what is not rendered yet.
                response.render()
                response.content = minify_html(response.content.decode(response.charset))
            return response

    return inner


# After Wagtail's own handler of the same link type: the last one registered is used.
@hooks.register("register_rich_text_features", order=100)
def resolve_page_links(features: FeatureRegistry) -> None:
    """Resolve links to pages together with everything else a page refers to."""
    features.register_link_type(ResolvedPageLinkHandler)


@hooks.register("register_rich_text_features")
def let_raised_and_lowered_letters_in(features: FeatureRegistry) -> None:
    """Let superscript and subscript through the cleaner of rich text that comes from elsewhere than the editor."""
    for feature, element in (("superscript", "sup"), ("subscript", "sub")):
        rules = [WhitelistRule(element, allow_without_attributes)]
        features.register_converter_rule("editorhtml", feature, rules)


@hooks.register("register_icons")
def register_admin_icons(icons: list[str]) -> list[str]:
    """Add our icons to the admin's sprite."""
    return [*icons, *(f"site/icons/admin/{name}.svg" for name in ADMIN_ICONS)]
