"""Which products an article names, as the list at its end shows them."""

from collections.abc import Iterable

from products.availability import Surface
from products.showing import Showing, show
from qnwellness.content import references


def named_products(referred: Iterable[tuple[str, int]]) -> list[Showing]:
    """Return the products among what a page refers to, each once, in the order of first use.

    One that takes the place of another stands for both. No query beside the one for all products of the page.
    """
    ids = list(dict.fromkeys(pk for kind, pk in referred if kind == "product"))
    found = references.current().many("product", ids)
    listed: dict[int, Showing] = {}
    for pk in ids:
        shown = show(found.get(pk), Surface.NAMED)
        # Where both are named, neither stands there in the place of the other.
        if shown and (shown.product.pk not in listed or shown.instead_of is None):
            listed[shown.product.pk] = shown
    return list(listed.values())
