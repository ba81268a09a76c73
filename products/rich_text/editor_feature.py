"""The editor's button for a product mention, and what its script needs."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from ..chooser.widget import NAMING, STYLE
from .contentstate import ENTITY

FEATURE = EntityFeature(
    {
        "type": ENTITY,
        "icon": "tag",
        "description": _("Product"),
        # What a mention keeps when it is pasted.
        "attributes": ["id", "text", "name", "words", "status", "shown"],
        "chooserUrls": {"productChooser": reverse_lazy("product_chooser:choose")},
    },
    js=["wagtailadmin/js/chooser-modal.js", NAMING, "products/js/product_mention.js"],
    css={"all": [STYLE, "products/css/product_mention.css"]},
)


def labels() -> dict[str, Any]:
    """Return the words the script shows, by their key in the script."""
    return {
        "change": _("Change product"),
        "remove": _("Remove"),
        "followName": _("Use the product's name"),
        "keepWords": _("Keep these words"),
    }
