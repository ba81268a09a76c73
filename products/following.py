"""What follows when a product is renamed or gets another handle: the former ones keep finding it."""

from typing import Any

from .models import FormerKey, ProductPage

_HELD = "_before_saving"
# What decides, beside its name, which words readers see of a product in a sentence.
_SEEN_BY = ("state", "live", "replacement")
_KINDS = {"handle": FormerKey.Kind.HANDLE, "title": FormerKey.Kind.NAME}


def remember(product: ProductPage) -> None:
    """Note, before a product is saved, the name and the handle the database has of it. One query."""
    stored = (
        ProductPage.objects.filter(pk=product.pk).values(*_KINDS, *_SEEN_BY, "first_published_at").first()
    )
    setattr(product, _HELD, stored)


def follow(product: ProductPage) -> None:
    """Write what a product was called before, and forget what it is called again. No query where nothing changed.

    A name or handle nobody but editors has seen is not kept.
    """
    before: dict[str, Any] | None = getattr(product, _HELD, None)
    if before is None or before["first_published_at"] is None:
        return
    for name, kind in _KINDS.items():
        old, new = before[name], getattr(product, name)
        if old == new:
            continue
        if old:
            FormerKey.objects.get_or_create(product=product, kind=kind, value=old)
        FormerKey.objects.filter(product=product, kind=kind, value=new or "").delete()


def is_named_anew(product: ProductPage) -> bool:
    """Tell, of a product that was just saved, whether a sentence that names it may read otherwise now."""
    before: dict[str, Any] | None = getattr(product, _HELD, None)
    if before is None:
        return True
    now: dict[str, Any] = {"title": product.title, "state": product.state, "live": product.live}
    now["replacement"] = product.replacement_id
    return any(before[name] != value for name, value in now.items())


def former_replacement(product: ProductPage) -> int | None:
    """Return the id of the product that took the place of one that was just saved, where that is another one now."""
    before: dict[str, Any] | None = getattr(product, _HELD, None)
    old = before["replacement"] if before else None
    return old if old != product.replacement_id else None
