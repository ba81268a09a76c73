"""Registers what every content page brings to Wagtail and its admin."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from wagtail import hooks
from wagtail.admin.rich_text.converters.editor_html import WhitelistRule
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.whitelist import allow_without_attributes

from qnwellness.answers.fragments import once
from qnwellness.answers.keeping import keep
from qnwellness.answers.keys import key_of, with_less
from qnwellness.answers.parts import made_of, row

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
            return serve(page, request, args, kwargs)

    return inner


# After all who may refuse it: what is kept is given to those only who may see the page.
@hooks.register("on_serve_page", order=100)
def serve_once(serve: Callable) -> Callable:
    """Make what a page says only when something it is made of has changed; not for pages of some readers only."""

    def inner(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> Any:
        def respond() -> HttpResponseBase:
            return _rendered(serve(page, request, args, kwargs))

        def for_everybody() -> HttpResponseBase:
            # Its address has led to it already, before anybody listened.
            made_of(row("page", page.pk))
            return _for_everybody(respond())

        if not isinstance(page, SitePage) or request.method not in {"GET", "HEAD"}:
            return respond()
        if page.is_restricted():
            response = respond()
            patch_cache_control(response, private=True, no_store=True)
            return response
        with_less(request)
        return once(key_of(request), for_everybody)

    return inner


def _rendered(response: HttpResponseBase) -> HttpResponseBase:
    # The views of a routable page return what is not rendered yet.
    if isinstance(response, TemplateResponse):
        response.render()
        response.content = minify_html(response.content.decode(response.charset))
    return response


def _for_everybody(response: HttpResponseBase) -> HttpResponseBase:
    """Let any cache keep an answer that asks each time whether it is still good."""
    if response.status_code == HTTPStatus.OK and not response.has_header("Cache-Control"):
        patch_cache_control(response, public=True, no_cache=True)
    return keep(response, is_exact=True)


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
