"""Fonts of our own, fetched early."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def preload_font(url: str) -> SafeString:
    """Write the element that fetches a font before the stylesheet asks for it.

    The address is written as the stylesheet has it, without the stamp that development adds to addresses:
    a browser would take the two for different files.
    """
    return format_html(
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>', url.partition("?")[0]
    )
