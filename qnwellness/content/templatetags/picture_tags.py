"""Responsive pictures, in the few shapes the site's pages use."""

from collections.abc import Mapping
from urllib.parse import urljoin

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage, AbstractRendition

from qnwellness.images.renditions import renditions_found

register = template.Library()

# Smallest first. Pages share these shapes, so that a picture is cut once for all of them.
SHAPES = {
    "landscape": ("fill-480x360", "fill-800x600", "fill-1200x900"),
    "card": ("fill-480x360", "fill-800x600"),
    "banner": ("fill-640x400", "fill-1000x625", "fill-1600x1000"),
    "square": ("fill-320x320", "fill-640x640", "fill-1200x1200"),
    "tile": ("fill-320x320", "fill-640x640"),
    "whole": ("width-480", "width-800", "width-1360"),
}
FORMATS = ("avif", "webp")
# What is left to a browser that knows neither format: one picture in a middle size. All that choose a size know WebP.
FALLBACK = "jpeg"


@register.simple_tag
def shaped_picture(
    image: AbstractImage | None,
    shape: str,
    sizes: str,
    alt: str | None = None,
    eager: bool = False,
    base: str = "",
) -> SafeString | str:
    """Write a picture element in AVIF and WebP, each in the sizes of a shape, with one JPEG; nothing without an image,
    and where its file is gone or a size cannot be written.

    `sizes` is the HTML attribute. Without `alt` the picture's own alternative text is used; an empty one
    makes it decorative. An eager picture is the one a reader sees first; all others load when they come near.
    `base` is the address of the page a picture belongs to, for what is shown on other sites.
    """
    if not image:
        return ""
    specs = [f"{size}|format-{name}" for name in FORMATS for size in SHAPES[shape]]
    fallback = f"{SHAPES[shape][1]}|format-{FALLBACK}"
    found = renditions_found(image, [*specs, fallback])
    if not found:
        return ""
    renditions = dict(zip([*specs, fallback], found, strict=True))
    sources = [
        (
            flatatt(
                {"srcset": _srcset(name, specs, renditions, base), "sizes": sizes, "type": f"image/{name}"}
            ),
        )
        for name in FORMATS
    ]
    attributes = {"alt": _alternative(image) if alt is None else alt, "decoding": "async"}
    attributes |= {"fetchpriority": "high"} if eager else {"loading": "lazy"}
    attributes["src"] = urljoin(base, renditions[fallback].url)
    return format_html(
        "<picture>{}{}</picture>",
        format_html_join("", "<source{}>", sources),
        renditions[fallback].img_tag(attributes),
    )


def _alternative(image: AbstractImage) -> str:
    if image.decorative:
        return ""
    return image.contextual_alt_text or image.default_alt_text


def _srcset(name: str, specs: list[str], renditions: Mapping[str, AbstractRendition], base: str) -> str:
    """Return the sizes in one format; one that came out as wide as another, as of small originals, is left out."""
    widths: dict[int, AbstractRendition] = {}
    for rendition in (renditions[spec] for spec in specs if spec.endswith(name)):
        widths.setdefault(rendition.width, rendition)
    return ", ".join(f"{urljoin(base, rendition.url)} {width}w" for width, rendition in widths.items())
