"""The editor's button for a fact, and what its script needs."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from .contentstate import ENTITY

FEATURE = EntityFeature(
    {
        "type": ENTITY,
        "icon": "fact",
        "description": _("Fact"),
        # What a fact keeps when it is pasted.
        "attributes": ["id", "text", "words", "statement", "overdue", "edit"],
        "chooserUrls": {"factChooser": reverse_lazy("wagtailsnippetchoosers_blog_fact:choose")},
    },
    js=["wagtailadmin/js/chooser-modal.js", "blog/js/fact_form.js", "blog/js/fact_entity.js"],
    css={"all": ["blog/css/fact_entity.css", "blog/css/admin/fact_form.css"]},
)


def labels() -> dict[str, Any]:
    """Return the words the script shows, by their key in the script."""
    return {
        "change": _("Choose another fact"),
        "edit": _("Edit this fact"),
        "remove": _("Remove"),
        "overdue": _("To be checked again"),
        "gone": _("This fact was deleted: its words stay as plain text."),
    }
