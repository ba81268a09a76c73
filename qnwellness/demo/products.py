"""What an editor adds to a product that came from the shop: how it is taken, by whom not, and for whom it suits."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from products.models import ProductPage

from .forms import save_through_form

_AS_THEY_ARE = (
    *("title", "slug", "summary", "handle", "sku", "gtin", "currency", "state", "purchase_url"),
    *("seo_title", "search_description"),
)
_TEXTS = ("directions", "cautions")
_ROWS = {
    "images": ("image_id",),
    "ingredients": ("name", "form", "amount", "provides"),
    "other_names": ("name",),
    "variants": ("name", "sku", "gtin", "price", "state", "purchase_url"),
}


def dress_product(product: ProductPage, wishes: Mapping[str, Any], user: AbstractBaseUser) -> None:
    """Write what is wished for into a product's form and publish it. Raises RefusedError if the form refuses it."""
    page = product.get_latest_revision_as_object()
    widgets = page.get_edit_handler().get_form_class().base_fields
    fields = {name: getattr(page, name) for name in _AS_THEY_ARE}
    fields |= {"price": "" if page.price is None else page.price, "replacement": "", "comments": []}
    texts = {"description": page.description, **{name: wishes[name] for name in _TEXTS}}
    fields |= {name: widgets[name].widget.format_value(text) for name, text in texts.items()}
    fields |= {name: [_row(row, names) for row in getattr(page, name).all()] for name, names in _ROWS.items()}
    fields |= {name: value for name, value in wishes.items() if name not in (*_TEXTS, "provides")}
    for row in fields["ingredients"]:
        row["provides"] = wishes.get("provides", {}).get(row["name"], "")
    save_through_form(page, fields, user)


def _row(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what the browser posts for a row that is there already."""
    values = {name.removesuffix("_id"): getattr(row, name) for name in names}
    return {"id": row.pk} | {name: "" if value is None else value for name, value in values.items()}
