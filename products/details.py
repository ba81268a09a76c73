"""What a card shows of a product beside its own row, read with that row: no query more, whatever the number.

Ingredients, variants and the shop's settings come as JSON from subqueries. A product loaded in another way asks for
them when it is asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Aggregate, CharField, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, JSONObject

from qnwellness.content import references

from .availability import State
from .offers import VariantLine

_CENT = Decimal("0.01")
# There is only one, so that any number will do to refer to it.
_THE_SHOP = 0
_INGREDIENT = ("name", "form", "amount", "provides")
_VARIANT = ("pk", "name", "sku", "gtin", "state", "purchase_url")
_SHOP = (
    *("link_target", "utm_source", "utm_medium", "utm_campaign"),
    *("is_scheduled", "price_hours"),
)


class _JSONList(Aggregate):
    """All values of a group as one JSON list, in no order one could rely on."""

    function = "JSONB_AGG"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return super().as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **more)


@dataclass(frozen=True, slots=True)
class IngredientLine:
    """One ingredient of a daily portion, as its row says it."""

    name: str
    form: str = ""
    amount: str = ""
    provides: str = ""


def with_details(products: QuerySet) -> QuerySet:
    """Add ingredients, variants, the shop's settings and the age of the price to a queryset of products."""
    shop = apps.get_model("products", "Shop").objects.order_by("pk")
    return products.select_related("catalogue_record").annotate(
        ingredient_rows=_rows("Ingredient", {name: name for name in _INGREDIENT}),
        variant_rows=_rows(
            "Variant", {name: name for name in _VARIANT} | {"price": Cast("price", CharField())}
        ),
        shop_row=Subquery(shop.values(row=JSONObject(**{name: name for name in _SHOP}))[:1]),
    )


def ingredients_of(product: Any) -> tuple[IngredientLine, ...]:
    """Return the ingredients of a product in their order. No query where `with_details` has loaded it."""
    rows = getattr(product, "ingredient_rows", _MISSING)
    if rows is _MISSING:
        return tuple(_ingredient(vars(row)) for row in product.ingredients.all())
    return tuple(_ingredient(row) for row in _ordered(rows))


def variants_of(product: Any) -> tuple[VariantLine, ...]:
    """Return the variants of a product a shopper may see, in their order. As many queries as above."""
    rows = getattr(product, "variant_rows", _MISSING)
    if rows is _MISSING:
        lines = [_variant({**vars(row), "pk": row.pk}) for row in product.variants.all()]
    else:
        lines = [_variant(row) for row in _ordered(rows)]
    return tuple(line for line in lines if line.state is not State.HIDDEN)


def shop_of(product: Any) -> Any:
    """Return the shop's settings as an unsaved `Shop` (its defaults where nobody has set any). As many queries."""
    row = getattr(product, "shop_row", _MISSING)
    if row is _MISSING:
        return references.current().one("shop", _THE_SHOP)
    return apps.get_model("products", "Shop")(**(row or {}))


def load_shop(ids: Iterable[int]) -> dict[int, Any]:
    """Return the shop's settings, or its defaults, for the page being rendered. One query."""
    shop = apps.get_model("products", "Shop")
    return {_THE_SHOP: shop.objects.order_by("pk").first() or shop()}


_MISSING: Any = object()


def _rows(model: str, values: Mapping[str, Any]) -> Subquery:
    rows = apps.get_model("products", model).objects.filter(product=OuterRef("pk")).order_by()
    listed = _JSONList(JSONObject(**values, sort_order="sort_order", key="pk"))
    return Subquery(rows.values("product").annotate(rows=listed).values("rows"))


def _ordered(rows: Iterable[Mapping[str, Any]] | None) -> list[Mapping[str, Any]]:
    return sorted(rows or (), key=lambda row: (row["sort_order"] or 0, row["key"]))


def _ingredient(row: Mapping[str, Any]) -> IngredientLine:
    return IngredientLine(*(row[name] for name in _INGREDIENT))


def _variant(row: Mapping[str, Any]) -> VariantLine:
    price = None if row["price"] is None else Decimal(str(row["price"])).quantize(_CENT)
    said = {name: row[name] for name in _VARIANT if name != "state"}
    return VariantLine(**said, price=price, state=State(row["state"]))
