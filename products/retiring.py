"""Takes a product off the shelf: discontinued, with or without another in its place, or hidden.

No text that names it is touched: what it shows follows from the product.
"""

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from qnwellness.content.visibility import is_public

from .availability import State

if TYPE_CHECKING:
    from .models import ProductPage

# A chain of replacements is never this long; a circle is.
_FURTHEST = 50


def circle_hindrance(product: "ProductPage", replacement: "ProductPage | None") -> str:
    """Return why a product cannot be replaced by this one, or "": by itself, or by one that it replaces in turn."""
    if replacement is None:
        return ""
    if replacement.pk == product.pk:
        return _("A product cannot take its own place.")
    found = replacement.replacement_id
    for _step in range(_FURTHEST):
        if found is None or found == replacement.pk:
            return ""
        if found == product.pk:
            return _("“%(product)s” is itself replaced by this one, so that neither would be shown.") % {
                "product": replacement.title
            }
        found = _replacement_of(found)
    return ""


def replacement_hindrance(product: "ProductPage", replacement: "ProductPage") -> str:
    """Return why a product cannot be replaced by this one today, or "": readers have to see what takes its place."""
    if found := circle_hindrance(product, replacement):
        return found
    name = {"product": replacement.title}
    if not is_public(replacement):
        return _("Readers cannot see “%(product)s”: it is not published, private or hidden.") % name
    if replacement.state == State.DISCONTINUED:
        return _("“%(product)s” is discontinued as well.") % name
    return ""


@transaction.atomic
def retire(product: "ProductPage", state: State, replacement: "ProductPage | None", user: Any) -> None:
    """Give a product another state and replacement at once, and keep what its newest draft has else.

    A published product is published with nothing changed but these two; a draft beside it stays a draft, with the
    two in it. One that is not published gets them in its draft alone. Whether the user may do so is for the caller.
    """
    model = apps.get_model("products", "ProductPage")
    stored = model.objects.select_for_update(of=("self", "page_ptr")).get(pk=product.pk)
    draft = stored.get_latest_revision_as_object()
    has_draft = stored.has_unpublished_changes or not stored.live
    if stored.live:
        _set(stored, state, replacement)
        stored.save_revision(user=user, log_action=True, changed=True).publish(user=user)
    if has_draft:
        _set(draft, state, replacement)
        draft.save_revision(user=user, log_action=not stored.live)


def _set(product: "ProductPage", state: State, replacement: "ProductPage | None") -> None:
    product.state = state
    product.replacement = replacement


def _replacement_of(pk: int) -> int | None:
    model = apps.get_model("products", "ProductPage")
    return model.objects.filter(pk=pk).values_list("replacement_id", flat=True).first()
