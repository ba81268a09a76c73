"""Fonts of our own, fetched early."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def preload_font(path: str) -> SafeString:
    """Fetch a font, given by its static path, before the stylesheet asks for it.

    The address is written as the stylesheet has it, without the stamp that development adds to addresses:
    a browser would take the two for different files.
    """
    address = static(path).partition("?")[0]
    return format_html('<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>', address)
