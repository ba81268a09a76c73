"""Sizes of pictures for answers that are better without a picture than not given at all."""

from collections.abc import Sequence

from wagtail.images.models import SourceImageIOError

from .models import SiteImage, SiteRendition


def rendition_or_none(image: SiteImage | None, spec: str) -> SiteRendition | None:
    """Return a picture in one size and format, or None without a picture or where its original file is gone."""
    return next(iter(renditions_found(image, [spec])), None)


def renditions_found(image: SiteImage | None, specs: Sequence[str]) -> list[SiteRendition]:
    """Return a picture in several sizes and formats, or nothing in the cases above. They are looked up together."""
    if image is None:
        return []
    try:
        found = image.get_renditions(*specs)
    except (SourceImageIOError, FileNotFoundError):
        return []
    return [found[spec] for spec in specs]
