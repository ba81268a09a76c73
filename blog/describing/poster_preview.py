"""Pictures of an article in the editor's preview, as the unsaved form would make them."""

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from ..infographics.poster.alternative import alternative
from ..infographics.poster.faces import svg
from .poster import TITLE, pictured

if TYPE_CHECKING:
    from ..models import ArticlePage

# The faces of a poster, in the order of the preview's menu.
MODES = (
    ("card", _("Card for sharing")),
    ("pin", _("Tall picture")),
    ("poster", _("Poster")),
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture in the preview; `address` holds the whole picture."""

    title: str
    alt: str
    address: str


def preview(article: "ArticlePage", request: HttpRequest, face: str) -> HttpResponse:
    """Return a page with one picture for each infographic of the form, or the one with the article's title."""
    shown = pictured(article, request)
    drawings = [
        Drawing(one.poster.title, alternative(one.poster), _as_address(svg(one.poster, face)))
        for one in shown
    ]
    context = {
        "page": article,
        "drawings": drawings,
        "face": face,
        "name": dict(MODES)[face],
        "is_title": shown[0].block == TITLE,
    }
    response = TemplateResponse(request, "blog/posters/preview.html", context).render()
    # A picture in an address of its own kind runs no script, whatever it holds.
    response._csp_update = {"img-src": ["data:"]}
    return response


def _as_address(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
