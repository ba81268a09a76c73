"""Has the form of an article's body take what is pasted into it."""

from typing import Any

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockAdapter

from ...blocks.body import BodyBlock


class BodyBlockAdapter(StreamBlockAdapter):
    """Hands the form's script the address that makes blocks, and its words."""

    js_constructor = "blog.blocks.BodyBlock"

    def js_args(self, block: BodyBlock) -> list[Any]:
        """Return the arguments of a stream's form, with ours among its options."""
        name, groups, states, options = super().js_args(block)
        pasting = {"address": reverse("article_pasting"), **_words()}
        return [name, groups, states, {**options, "pasting": pasting}]

    @cached_property
    def media(self) -> Media:
        return super().media + Media(js=["blog/js/pasting.js"], css={"all": ["blog/css/admin/pasting.css"]})


def _words() -> dict[str, str]:
    return {
        "reading": _("Reading what was pasted…"),
        "left": _("Not taken over:"),
        "undo": _("Undo the paste"),
        "close": _("Close"),
        "undone": _("The body is as it was before the paste."),
        "changed": _("The pasted blocks were changed since. Delete those you do not want."),
        "nothing": _("Nothing of it can be shown on a page."),
        "failed": _("What was pasted could not be read. Nothing was changed; paste it again."),
    }
