"""What else a product is called: other names, former ones, and the keys of its variants."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .availability import State
from .models import FormerKey, OtherName, Variant


def names_and_keys(products: Iterable[int]) -> Mapping[int, list[str]]:
    """Return, by the id of each of these products, its other and former names and the keys of what it is sold as.

    One query, whatever the number. Keys of hidden variants are not among them.
    """
    ids = list(products)
    variants = Variant.objects.filter(product__in=ids).exclude(state=State.HIDDEN).order_by()
    rows = (
        OtherName.objects.filter(product__in=ids)
        .order_by()
        .values_list("product", "name")
        .union(
            FormerKey.objects.filter(product__in=ids).order_by().values_list("product", "value"),
            variants.values_list("product", "sku"),
            variants.values_list("product", "gtin"),
        )
    )
    found: dict[int, list[str]] = defaultdict(list)
    for product, name in rows:
        if name:
            found[product].append(name)
    return found
