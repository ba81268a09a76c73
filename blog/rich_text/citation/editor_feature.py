"""The editor's button for a citation, and what its script needs."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from .contentstate import ENTITY

FEATURE = EntityFeature(
    {
        "type": ENTITY,
        "icon": "openquote",
        "description": _("Source"),
        # What a citation keeps when it is pasted.
        "attributes": ["id", "title"],
        "chooserUrls": {"sourceChooser": reverse_lazy("wagtailsnippetchoosers_blog_source:choose")},
    },
    js=["wagtailadmin/js/chooser-modal.js", "blog/js/citation_entity.js"],
    css={"all": ["blog/css/citation_entity.css"]},
)


def labels() -> dict[str, Any]:
    """Return the words the script shows, by their key in the script."""
    return {
        "change": _("Change source"),
        "remove": _("Remove"),
        "gone": _("This source was deleted: readers see nothing here."),
    }
