"""The catalogue, as far as articles are compared with it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet, Value

from products.models import FormerKey, Ingredient, OtherName, ProductPage
from qnwellness.content.visibility import public, public_q

from ..naming.names import Name, NameKind, words_of
from ..naming.pattern import first_word
from ..nutrients import names_of, nutrients_in

# So many rows are looked at for products that fit, and so many of these are named.
_MOST_ROWS, _MOST = 2000, 2
_LABEL = ("name", "form", "provides")


def public_names(texts: Iterable[str], paths: Iterable[str]) -> list[Name]:
    """Return the names of products a shopper may see that could stand in these texts. One query.

    `paths` are the restricted ones. Of a long catalogue only the names whose first word occurs are kept.
    """
    words = words_of(texts)
    if not words:
        return []
    rows = _names(list(paths))
    return [Name(text, pk, NameKind(kind)) for pk, text, kind in rows if first_word(text) in words]


def products_with(nutrients: Iterable[str], paths: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the names of products that contain some of these nutrients, each with all it is looked at for. One query.

    They can be bought, and a shopper may see them. `paths` are the restricted ones.
    """
    names = [name for nutrient in nutrients for name in names_of(nutrient)]
    conditions = [Q(**{f"{field}__icontains": name}) for name in names for field in _LABEL]
    if not conditions:
        return {}
    offered = public_q(ProductPage, prefix="product__", paths=paths)
    offered &= Q(product__state=ProductPage.Availability.LIVE)
    rows = Ingredient.objects.filter(offered, reduce(or_, conditions)).order_by("product__title", "pk")
    found: dict[str, set[str]] = {}
    for title, *labels in rows.values_list("product__title", *_LABEL)[:_MOST_ROWS]:
        found.setdefault(title, set()).update(nutrients_in(", ".join(labels)))
    return {title: frozenset(has) for title, has in found.items()}


def best_of(products: Mapping[str, frozenset[str]], nutrients: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the products that contain most of these nutrients, each with which of them, at most two."""
    contained = {
        title: tuple(nutrient for nutrient in nutrients if nutrient in has) for title, has in products.items()
    }
    best = sorted(
        (title for title, has in contained.items() if has), key=lambda title: -len(contained[title])
    )
    return {title: contained[title] for title in best[:_MOST]}


def _names(paths: Sequence[str]) -> QuerySet:
    own = public(ProductPage.objects.order_by(), paths).values_list("pk", "title", Value(NameKind.OWN))
    of_public = public_q(ProductPage, prefix="product__", paths=paths)
    others = OtherName.objects.order_by().filter(of_public)
    former = FormerKey.objects.order_by().filter(of_public, kind=FormerKey.Kind.NAME)
    return own.union(
        others.values_list(F("product"), "name", Value(NameKind.OTHER)),
        former.values_list(F("product"), "value", Value(NameKind.FORMER)),
        all=True,
    )
