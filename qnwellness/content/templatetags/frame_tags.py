"""The menus and the texts stated once for the site. All of them read one settings row, once a request."""

from django import template

from ..frame import Entry, frame_of
from ..models import SiteTexts

register = template.Library()


@register.simple_tag(takes_context=True)
def menu(context: template.Context, place: str) -> list[Entry]:
    """Return the entries of the menu at the "header" or the "footer"."""
    frame = frame_of(context["request"])
    return frame.header if place == "header" else frame.footer


@register.simple_tag(takes_context=True)
def site_texts(context: template.Context) -> SiteTexts:
    """Return the texts stated once for the site."""
    return frame_of(context["request"]).texts


@register.simple_tag(takes_context=True)
def text_link(context: template.Context, name: str) -> Entry | None:
    """Return the link to a page the site's texts name, "how_we_write" or "mistakes", or None."""
    return frame_of(context["request"]).link(name)
