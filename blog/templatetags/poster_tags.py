"""The pictures of infographics: where they are found, for whoever shares an article."""

from dataclasses import dataclass
from typing import Any

from django import template

from qnwellness.content.summaries import joined, shorten
from qnwellness.images.renditions import rendition_or_none

from ..describing.poster import CARD, PIN, POSTER, Pictured, lent_picture, original, public_pictures
from ..infographics.poster.faces import FACES
from ..infographics.poster.value import Poster
from ..models import ArticlePage
from .blog_tags import infographic_id

register = template.Library()

# Enough for a listener, as the page it leads to says all. Networks keep 420: developer.x.com, `twitter:image:alt`.
LONGEST_ALT = 150

# Pages elsewhere show the tall picture at half its size, so that it is sharp on every screen.
_SHARPNESS = 2


@dataclass(frozen=True, slots=True)
class Share:
    """What a reader is offered to share an infographic with. Addresses are full ones."""

    page: str
    title: str
    alt: str
    brand: str
    root: str
    poster: str
    card: str
    pin: str
    width: int
    height: int


@register.simple_tag(takes_context=True)
def social_card(context: template.Context, page: ArticlePage) -> dict[str, Any] | None:
    """Return address, size and text of the card of an article, or None where an editor chose a picture.

    There is none for an article that not everybody may see. One whose chosen picture has lost its file has a card.
    """
    shown = public_pictures(page, context["request"]) if "request" in context else []
    if not shown or rendition_or_none(page.social_picture, "fill-1200x630|format-jpeg"):
        return None
    return {
        "url": shown[0].url(CARD),
        "type": "image/png",
        "width": FACES["card"].width,
        "height": FACES["card"].height,
        "alt": _alt(shown[0].poster),
    }


@register.simple_tag(takes_context=True)
def share_of(
    context: template.Context, page: Any, block_id: Any, lender: Any = None, value: Any = None
) -> Share | None:
    """Return how an infographic of a page is shared; with its value, one that the page has from a lender.

    None in a preview and where not everybody may see the page it belongs to.
    """
    request = context.get("request")
    if request is None or not isinstance(page, ArticlePage):
        return None
    if lender:
        owner = lender.alias_of or lender
        shown = lent_picture(lender, value, request)
    else:
        owner = original(page)
        known = public_pictures(page, request)
        shown = next((one for one in known if one.block == str(block_id)), None)
    return _share(shown, owner.get_full_url(request)) if shown else None


def _share(shown: Pictured, address: str) -> Share:
    return Share(
        page=f"{address}#{infographic_id(shown.block)}",
        title=shown.poster.title,
        alt=_alt(shown.poster),
        brand=shown.poster.brand,
        root=f"{shown.root}/",
        poster=shown.url(POSTER),
        card=shown.url(CARD),
        pin=shown.url(PIN),
        width=FACES["pin"].width // _SHARPNESS,
        height=(FACES["pin"].height or 0) // _SHARPNESS,
    )


def _alt(poster: Poster) -> str:
    """Return the titles of an infographic and of its panels, as far as they fit."""
    return shorten(joined([poster.title, *(panel.title for panel in poster.panels)]), LONGEST_ALT)
