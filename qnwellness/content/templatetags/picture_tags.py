"""Responsive pictures, in the few shapes the site's pages use."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

register = template.Library()

# Smallest first: the first size is what a browser without srcset shows. Pages share these shapes, so that a
# picture is cut once for all of them.
SHAPES = {
    "landscape": ("fill-480x360", "fill-800x600", "fill-1200x900"),
    "card": ("fill-480x360", "fill-800x600"),
    "banner": ("fill-640x400", "fill-1000x625", "fill-1600x1000"),
    "square": ("fill-320x320", "fill-640x640", "fill-1200x1200"),
    "tile": ("fill-320x320", "fill-640x640"),
    "whole": ("width-480", "width-800", "width-1360"),
}
FORMATS = ("avif", "webp", "jpeg")


@register.simple_tag
def shaped_picture(
    image: AbstractImage | None,
    shape: str,
    sizes: str,
    alt: str | None = None,
    eager: bool = False,
) -> SafeString | str:
    """Write a picture element in AVIF, WebP and JPEG, each in the sizes of a shape; nothing without an image.

    `sizes` is the HTML attribute. Without `alt` the picture's own alternative text is used; an empty one
    makes it decorative. An eager picture is the one a reader sees first; all others load when they come near.
    """
    if not image:
        return ""
    specs = [f"{size}|format-{name}" for name in FORMATS for size in SHAPES[shape]]
    renditions = get_renditions_or_not_found(image, [Filter(spec=spec) for spec in specs])
    attributes = {"sizes": sizes, "alt": _alternative(image) if alt is None else alt, "decoding": "async"}
    attributes |= {"fetchpriority": "high"} if eager else {"loading": "lazy"}
    picture = Picture(dict(_distinct(specs, renditions)), attributes)
    return picture.__html__()


def _alternative(image: AbstractImage) -> str:
    if image.decorative:
        return ""
    return image.contextual_alt_text or image.default_alt_text


def _distinct(
    specs: list[str], renditions: Mapping[str, AbstractRendition]
) -> Iterator[tuple[str, AbstractRendition]]:
    """Leave out a size that came out as wide as another, as small originals make them."""
    seen: set[tuple[str, Any]] = set()
    for spec in specs:
        rendition = renditions[spec]
        key = (spec.rpartition("-")[2], rendition.width)
        if key not in seen:
            seen.add(key)
            yield spec, rendition
