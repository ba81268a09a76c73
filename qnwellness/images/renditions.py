"""Sizes of pictures for answers that are better without a picture than not given at all."""

from wagtail.images.models import SourceImageIOError

from .models import SiteImage, SiteRendition


def rendition_or_none(image: SiteImage | None, spec: str) -> SiteRendition | None:
    """Return a picture in one size and format, or None without a picture or where its original file is gone."""
    if image is None:
        return None
    try:
        return image.get_rendition(spec)
    except (SourceImageIOError, FileNotFoundError):
        return None
