"""A video at YouTube or Vimeo, of which nothing is loaded before a reader asks for it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    RegexBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    URLBlock,
)

from qnwellness.content.video import parse_video

from .image import PictureBlock


class VideoBlock(StructBlock):
    """A video with its title and a still of our own."""

    address = URLBlock(
        label=_("Address of the video"),
        help_text=_("Its page on YouTube or Vimeo, as the browser shows it or its share button gives it."),
    )
    title = CharBlock(label=_("Title"), max_length=160, help_text=_("What the video shows."))
    poster = PictureBlock(label=_("Still"), required=False)
    length = RegexBlock(
        regex=r"^\d{1,2}(:[0-5]\d){1,2}$",
        label=_("Length"),
        required=False,
        error_messages={"invalid": _("Write minutes and seconds, as in 4:32.")},
        help_text=_("Minutes and seconds, as in 4:32."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _(
            "A video from YouTube or Vimeo. Readers' browsers ask there only once they press play."
        )
        template = "blog/blocks/video.html"
        preview_value = {
            "address": "https://vimeo.com/76979871",
            "title": _("How vitamin D reaches the bone"),
            "poster": None,
            "length": "4:32",
        }

    def clean(self, value: StructValue) -> StructValue:
        """Refuse an address that is no video's. Raises StructBlockValidationError."""
        cleaned = super().clean(value)
        if cleaned["address"] and not parse_video(cleaned["address"]):
            message = _(
                "This is no video on YouTube or Vimeo. Paste the address of the video's own page, for example "
                "https://www.youtube.com/watch?v=… or https://vimeo.com/…"
            )
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)})
        return cleaned

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["video"] = parse_video(value.get("address") or "")
        return context
