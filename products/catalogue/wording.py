"""Values of a product as they are remembered (JSON) and as a person reads them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from products.models import ProductPage
from qnwellness.content.summaries import plain

_LABELS = {
    "other_names": _("other names"),
    "ingredients": _("ingredients"),
    "variants": _("variants"),
    "pictures": _("pictures"),
}
_LONGEST = 200


def label_of(name: str) -> str:
    """Return what a person calls a field or list of a product."""
    if name in _LABELS:
        return str(_LABELS[name])
    return str(ProductPage._meta.get_field(name).verbose_name)


def remembered(value: Any) -> Any:
    """Return a value of a field in the form it is remembered and compared in."""
    if isinstance(value, Decimal):
        return str(value.quantize(Decimal("0.01")))
    return str(value) if isinstance(value, str) else value


def remembered_as(name: str, value: Any) -> Any:
    """Return what a catalogue states of a field or list in the form it is remembered in."""
    if name == "ingredients":
        return [[line.name, line.form, line.amount] for line in value]
    if name == "variants":
        return [values.remembered() for values in value]
    if name == "pictures":
        return [picture.digest for picture in value]
    return list(value) if name == "other_names" else remembered(value)


def as_text(name: str, value: Any) -> str:
    """Return a remembered value as a line of text; "" for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _brief("; ".join(_item(name, item) for item in value))
    return _brief(plain(value) if name == "description" else str(value))


def _item(name: str, item: Any) -> str:
    if name == "pictures":
        return item[:12]
    return item if isinstance(item, str) else " ".join(str(part) for part in item if part not in (None, ""))


def _brief(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
