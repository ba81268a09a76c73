"""Finds products by what an editor types: any of their names, SKUs, barcodes and handles, or a part of one."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

# Signs that stand in names and that nobody types.
_MARKS = str.maketrans("", "", "™®©℠\0")
_DIGITS = re.compile(r"\d[\d\s-]{6,}\d")
_OWN = ("title", "draft_title", "handle", "sku", "gtin")
_BELOW = {"OtherName": ("name",), "FormerKey": ("value",), "Variant": ("name", "sku", "gtin")}
# Each costs the database a look at every product.
_MOST_WORDS = 8


def search(products: QuerySet, typed: str) -> QuerySet:
    """Narrow products to those in whose names and keys every typed word stands, in any case and without ™.

    Names and keys a product had count as well, and those of its variants. Those whose name begins with what was typed
    come first. Of a pasted address its last part is looked for.
    """
    words = _words(typed)
    for word in words:
        products = products.filter(_has(word))
    begins = Case(When(_any_case("title__istartswith", " ".join(words)), then=0), default=1)
    return products.annotate(place=begins).order_by("place", "title", "pk")


def chosen_first(products: QuerySet, keys: Sequence[int]) -> QuerySet:
    """Order products by name, with those of these keys before all others, in the order of the keys."""
    places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(keys)]
    recent = Case(*places, default=Value(len(keys)), output_field=IntegerField())
    return products.annotate(place=recent).order_by("place", "title", "pk")


def _words(typed: str) -> list[str]:
    text = typed.translate(_MARKS).strip()
    if _DIGITS.fullmatch(text):
        return ["".join(re.findall(r"\d", text))]
    if "/" in text:
        text = text.split("?")[0].rstrip("/").rpartition("/")[2]
    return text.split()[:_MOST_WORDS]


def _has(word: str) -> Q:
    own = _either(_any_case(f"{name}__icontains", word) for name in _OWN)
    below = []
    for model, names in _BELOW.items():
        rows = apps.get_model("products", model).objects.filter(product=OuterRef("pk"))
        below.append(Q(Exists(rows.filter(_either(_any_case(f"{n}__icontains", word) for n in names)))))
    return own | _either(below)


def _any_case(lookup: str, word: str) -> Q:
    """Return the condition for a word in any case: SQLite folds no letters beyond ASCII."""
    forms = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    return _either(Q(**{lookup: form}) for form in sorted(forms))


def _either(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)
