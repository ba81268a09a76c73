"""Sizes of pictures for answers that are better without a picture than not given at all."""

import logging
from collections.abc import Sequence

from django.db import OperationalError

from qnwellness.answers.parts import ENDS_SOON, made_of
from qnwellness.health.failing import has_no_room

from .models import SiteImage, SiteRendition

logger = logging.getLogger(__name__)


def rendition_or_none(image: SiteImage | None, spec: str) -> SiteRendition | None:
    """Return a picture in one size and format, or None without a picture or where its original file is gone."""
    return next(iter(renditions_found(image, [spec])), None)


def renditions_found(image: SiteImage | None, specs: Sequence[str]) -> list[SiteRendition]:
    """Return a picture in several sizes and formats, or nothing in the cases above. They are looked up together.

    Nothing as well where one of them is not there yet and cannot be written, as a disk is full.
    """
    if image is None:
        return []
    try:
        found = image.get_renditions(*specs)
    except (OSError, OperationalError) as problem:
        # A database that does not answer has no page to show either; one that is full has.
        if isinstance(problem, OperationalError) and not has_no_room(problem):
            raise
        # It is tried again with the next answer: a file may come back, and a disk has room again.
        made_of(ENDS_SOON)
        logger.error("Picture %s cannot be shown: %s", image.pk, problem)
        return []
    return [found[spec] for spec in specs]
