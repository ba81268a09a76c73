"""A picture in an article."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock


class PictureBlock(ImageBlock):
    """Wagtail's image block, whose pictures come with the renditions they already have."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        # No picture may be stored as nothing at all, which Wagtail reads only where every picture is missing.
        pictures = super().bulk_to_python([{} if value is None else value for value in values])
        prefetch_related_objects([picture for picture in pictures if picture], "renditions")
        return pictures


class FigureBlock(StructBlock):
    """A picture with its caption and who made it."""

    picture = PictureBlock(label=_("Picture"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=400)
    credit = CharBlock(
        label=_("Credit"),
        required=False,
        max_length=255,
        help_text=_("Who made the picture. Left empty: the credit the picture has in the library."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with its description for those who cannot see it, and a caption.")
        template = "blog/blocks/image.html"

    def get_preview_value(self) -> StructValue:
        """Show the newest picture of the library, as there is no picture a site could be sure to have."""
        newest = get_image_model().objects.order_by("-pk").first()
        picture = (
            {"image": newest, "decorative": False, "alt_text": newest.default_alt_text} if newest else None
        )
        return self.normalize({"picture": picture, "caption": _("A caption says what the picture shows.")})
