"""Moments as machines read them."""

from datetime import datetime

from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def moment(value: datetime) -> str:
    """Return a moment for a `datetime` attribute: in the site's time, with its zone, to the second.

    HTML allows a fraction of one to three digits; the six Python has would be an error.
    """
    return timezone.localtime(value).isoformat(timespec="seconds")
