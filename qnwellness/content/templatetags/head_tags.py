"""The head of a page: address, description, structured data and the picture shown where it is shared."""

from typing import Any

from django import template
from django.utils.translation import to_locale

from qnwellness.images.models import SiteImage
from qnwellness.images.renditions import rendition_or_none

from ..head import Head, graph_of, head_of
from ..models import SiteTexts

register = template.Library()

# Open Graph asks for a territory; these are what it takes a language to be without one (ogp.me).
TERRITORIES = {"en": "en-us"}

# The size every network shows whole: https://ogp.me and developers.facebook.com, "Images in link shares".
SHARED = "fill-1200x630|format-jpeg"


@register.simple_tag(takes_context=True)
def page_head(context: template.Context) -> Head | None:
    """Return what the head of the page says, or None where there is no page."""
    page, request = context.get("page"), context.get("request")
    return head_of(page, request, context) if page and request else None


@register.simple_tag(takes_context=True)
def page_graph(context: template.Context) -> dict[str, Any] | None:
    """Return the structured data of the page, or None where it has none."""
    page, request = context.get("page"), context.get("request")
    return graph_of(page, request, context) if page and request else None


@register.simple_tag
def language_locale(language: str) -> str:
    """Return a language as Open Graph writes it, with its territory where it has one: "en_US"."""
    return to_locale(language if "-" in language else TERRITORIES.get(language, language))


@register.simple_tag(takes_context=True)
def shared_picture(context: template.Context, own: SiteImage | None = None) -> dict[str, Any] | None:
    """Return address, size and alternative text of a page's picture, or else of the one set for the site."""
    image = own or SiteTexts.for_request(context["request"]).social_picture
    rendition = rendition_or_none(image, SHARED)
    if not image or not rendition:
        return None
    return {
        "url": rendition.full_url,
        "width": rendition.width,
        "height": rendition.height,
        "alt": image.default_alt_text,
    }
