"""Shopify's columns: the current template, and the legacy vocabulary, which exports speak."""

from products.catalogue.columns import Vocabulary

_ALIASES: dict[str, tuple[str, ...]] = {
    "handle": ("handle", "url handle"),
    "title": ("title",),
    "description": ("body (html)", "description"),
    "published": ("published", "published on online store"),
    "status": ("status",),
    "sku": ("variant sku", "sku"),
    "barcode": ("variant barcode", "barcode"),
    "price": ("variant price", "price"),
    "tracker": ("variant inventory tracker", "inventory tracker"),
    "quantity": ("variant inventory qty", "inventory quantity"),
    "policy": ("variant inventory policy", "continue selling when out of stock"),
    "option1": ("option1 value",),
    "option2": ("option2 value",),
    "option3": ("option3 value",),
    "picture": ("image src", "product image url"),
    "picture_position": ("image position",),
    "picture_alt": ("image alt text",),
    "seo_title": ("seo title",),
    "seo_description": ("seo description",),
}

_WITHOUT_FIELD = frozenset(
    {
        *(
            "vendor",
            "product category",
            "type",
            "tags",
            "gift card",
            "cost per item",
            "tax code",
            "charge tax",
        ),
        *(f"option{n} {part}" for n in (1, 2, 3) for part in ("name", "linked to")),
        *("variant compare at price", "compare-at price", "variant grams", "weight value (grams)"),
        *(
            "variant fulfillment service",
            "fulfillment service",
            "variant requires shipping",
            "requires shipping",
        ),
        *("variant taxable", "variant tax code", "variant weight unit", "weight unit for display"),
        *("unit price total measure", "unit price total measure unit"),
        *("unit price base measure", "unit price base measure unit"),
        *("variant image", "variant image url"),
        "color (product.metafields.shopify.color-pattern)",
    }
)
_FAMILIES = (
    "google shopping /",
    "included /",
    "price /",
    "compare at price /",
    "compare-at price /",
)

SHOPIFY = Vocabulary(
    aliases=_ALIASES,
    without_field=_WITHOUT_FIELD,
    families=_FAMILIES,
    metafields=frozenset({"summary", "ingredients", "other_names", "currency", "purchase_url"}),
)
