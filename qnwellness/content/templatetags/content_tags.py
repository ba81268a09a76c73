"""Tags and filters every page needs."""

import json
from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..links import settle_links
from ..money import format_price
from ..structured_data import JSON_ESCAPES

register = template.Library()


@register.filter
def settled(html: str) -> SafeString:
    """Show expanded rich text with its references settled.

    Rich text is safe as stored: both ways in, the editor's form and the import, pass a sanitiser.
    """
    return mark_safe(settle_links(html))  # noqa: S308 - see above


@register.simple_tag
def stylesheet(page_type: str) -> SafeString:
    """Link the joined stylesheet of a type of page."""
    return format_html('<link rel="stylesheet" href="{}">', static(f"stylesheets/{page_type}.css"))


@register.filter
def price(amount: Decimal | None, currency: str = "") -> str:
    """Write an amount of money, "S$ 48.00"."""
    return format_price(amount, currency) if amount is not None else ""


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Write structured data for a script element, with everything escaped that could end it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(JSON_ESCAPES))  # noqa: S308 - <, > and & are escaped
