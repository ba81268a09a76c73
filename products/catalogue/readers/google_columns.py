"""The attributes of Google Merchant feeds, with or without `g:`, with underscores or spaces."""

from products.catalogue.columns import Vocabulary

# Attributes that tell variants of a product from each other, in the order a shopper says them.
CHOICES = ("size", "color", "pattern", "material")

_FIELDS = (
    *("id", "title", "description", "link", "price", "sale price", "sale price effective date"),
    *("availability", "gtin", "mpn", "item group id", "expiration date"),
    *("image link", "additional image link", "unit pricing measure"),
    *CHOICES,
)
_OTHERS = {
    # Names that feeds of older shops use.
    "additional image link": ("additional image links",),
    "gtin": ("ean", "upc", "barcode"),
    "color": ("colour",),
}
_WITHOUT_FIELD = (
    *("availability date", "brand", "condition", "identifier exists", "google product category"),
    *("product type", "unit pricing base measure", "shipping", "shipping label", "shipping weight", "tax"),
    *("product highlight", "product detail", "adult", "age group", "gender", "multipack", "is bundle"),
    *("mobile link", "canonical link", "cost of goods sold", "installment", "subscription cost", "size type"),
    *("size system", "ads redirect", "promotion id", "pause", "min handling time", "max handling time"),
    *("energy efficiency class", "certification", "lifestyle image link", "short title", "quantity"),
    *("shipping length", "shipping width", "shipping height", "transit time label", "tax category"),
    *("updated", "published", "author", "category", "guid", "pubdate"),
)
_FAMILIES = (
    "custom label ",
    "excluded destination",
    "included destination",
    "shopping ads excluded",
    "loyalty ",
)


def _spellings(name: str) -> tuple[str, ...]:
    names = (name, *_OTHERS.get(name, ()))
    return (*names, *(f"g:{name}" for name in names))


GOOGLE = Vocabulary(
    aliases={name.replace(" ", "_"): _spellings(name) for name in _FIELDS},
    without_field=frozenset(spelling for name in _WITHOUT_FIELD for spelling in _spellings(name)),
    families=(*_FAMILIES, *(f"g:{name}" for name in _FAMILIES)),
)
