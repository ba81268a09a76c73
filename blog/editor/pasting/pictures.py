"""Pictures of what was pasted: those that came with it go into the library of who may add some, others are told."""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from qnwellness.images import storing
from qnwellness.images.files import RefusedPicture, check_picture

from ...importing import document as doc


@dataclass(frozen=True, slots=True)
class Taken:
    """The ids of pictures by name, and what is told of the others."""

    pictures: dict[str, int]
    said: tuple[str, ...]


def take_pictures(blocks: Iterable[doc.Block], user: Any) -> Taken:
    """Store the pictures that came with what was pasted, each content once. Nothing is fetched from anywhere.

    Raises OSError when a file cannot be written; then none is stored.
    """
    pictures: dict[str, int] = {}
    said: list[str] = []
    may_add = policy_registry.get_by_type(get_image_model()).user_has_permission(user, "add")
    with storing.storing_pictures() as store:
        for block in blocks:
            if not isinstance(block, doc.Picture) or block.name in pictures:
                continue
            try:
                data = _data(block, may_add)
                check_picture(block.name, data)
            except RefusedPicture as problem:
                said.append(f"{_called(block)}: {problem}")
                continue
            file = storing.PictureFile(block.name, data)
            pictures[block.name] = store(file, title=_title(block), alt=block.alt).pk
    return Taken(pictures, tuple(said))


def _data(picture: doc.Picture, may_add: bool) -> bytes:
    """Return the bytes of a picture. Raises RefusedPicture where they did not come with it, or may not be stored."""
    head, comma, body = picture.address.partition(";base64,")
    if not comma or not head.startswith("data:"):
        raise RefusedPicture(_("it was not copied with the text; upload it and add an image block."))
    if not may_add:
        raise RefusedPicture(_("you may not add pictures to the library."))
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        raise RefusedPicture(_("it is damaged.")) from None


def _called(picture: doc.Picture) -> str:
    name = picture.alt or picture.caption
    if not name and not picture.address.startswith("data:"):
        name = picture.address or picture.name
    return _("a picture (“{name}”)").format(name=name[:200]) if name else _("a picture")


def _title(picture: doc.Picture) -> str:
    return picture.alt or picture.caption or PurePosixPath(picture.name).stem.replace("-", " ").capitalize()
