"""Handles of products that texts link to and this site does not have."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from products.models import ProductPage

from .said import Said


@dataclass(frozen=True, slots=True)
class ProductQuestion:
    """Which product is it? `likely` is the handle of one here, with its title, or ""."""

    handle: str
    likely: str
    likely_title: str
    articles: int


def about_products(said: Sequence[Said], decided: Mapping[str, str]) -> list[ProductQuestion]:
    """Return the handles nobody has decided about and that no product here has."""
    counts = Counter(handle for article in said for handle in article.handles if handle not in decided)
    if not counts:
        return []
    here = dict(ProductPage.objects.exclude(handle=None).values_list("handle", "title"))
    found = []
    for handle in sorted(counts):
        if handle not in here:
            likely = next(iter(get_close_matches(handle, here, n=1, cutoff=0.6)), "")
            found.append(ProductQuestion(handle, likely, here.get(likely, ""), counts[handle]))
    return found
