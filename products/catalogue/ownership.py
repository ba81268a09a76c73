"""Who owns which field of a product: the shop, the shop until somebody edits it here, or this site.

One table: an import decides by it, and the product's form says it.
"""

from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Owner(StrEnum):
    """Whose word counts."""

    SHOP = "shop"  # an import always writes it
    SHARED = "shared"  # an import writes it until somebody edits it here
    OURS = "ours"  # an import never writes it


OWNERS: dict[str, Owner] = {
    **dict.fromkeys(
        ("handle", "sku", "gtin", "price", "currency", "state", "purchase_url", "variants"), Owner.SHOP
    ),
    **dict.fromkeys(
        (
            *("title", "summary", "description", "seo_title", "search_description"),
            *("other_names", "ingredients", "pictures", "images"),
        ),
        Owner.SHARED,
    ),
    **dict.fromkeys(
        ("form", "portion", "directions", "cautions", "allergens", "suitability", "replacement"), Owner.OURS
    ),
}

_SENTENCES: dict[Owner, Any] = {
    Owner.SHOP: _("The shop says this: the next catalogue overwrites what is written here."),
    Owner.SHARED: _("The shop says this until somebody edits it here; from then on your words stay."),
    Owner.OURS: _("Ours: no catalogue ever changes this."),
}


def owner_of(field: str) -> Owner:
    """Return who owns a field or list of a product; what no catalogue can state is ours."""
    return OWNERS.get(field, Owner.OURS)


def sentence_of(owner: Owner) -> Any:
    """Return what an editor is told about fields of this owner, for the form."""
    return _SENTENCES[owner]
