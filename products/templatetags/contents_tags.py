"""Says, in a template, what a product contains."""

from collections.abc import Iterable

from django import template
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from qnwellness.images.models import SiteImage
from qnwellness.images.renditions import renditions_found

from .. import contents, origin
from ..details import ingredients_of, variants_of
from ..forms import SUITABILITY
from ..models import ProductPage
from ..showing import Showing, show

register = template.Library()

# A size every gallery has already.
_LARGE = ("fill-1200x1200|format-webp",)


@register.simple_tag
def contents_of(shown: Showing) -> str:
    """Return which of the article's nutrients a product contains and which it does not, in one or two sentences.

    Nothing outside of an article, in one that is about no nutrient, and for a product that states no ingredients.
    """
    found = contents.contents(ingredients_of(shown.product), origin.current().nutrients)
    if found is None:
        return ""
    held = [f"{one.nutrient} ({one.amount})" if one.amount else one.nutrient for one in found.contained]
    said = []
    if held:
        said.append(_("Contains %(nutrients)s.") % {"nutrients": get_text_list(held, _("and"))})
    if found.missing:
        said.append(
            _("Does not contain %(nutrients)s.") % {"nutrients": get_text_list(found.missing, _("or"))}
        )
    return " ".join(said)


@register.simple_tag
def ingredients_in(shown: Showing) -> str:
    """Return the ingredients of a product with their amounts, in one line, or nothing where it states none."""
    return ", ".join(contents.in_a_line(one) for one in ingredients_of(shown.product))


@register.simple_tag
def label_of(product: ProductPage) -> dict[str, Iterable[object]]:
    """Return the ingredients of a product as rows of a table, and the sources of the shares these hold."""
    rows = contents.rows(ingredients_of(product))
    return {"rows": rows, "sources": contents.sources(rows)}


@register.simple_tag
def variants_in(shown: Showing) -> list[Showing]:
    """Return each size and form of a product as the same surface shows it; nothing where no offer may be spoken of."""
    if not shown.rule.priced:
        return []
    found = (show(shown.product, shown.surface, line.pk) for line in variants_of(shown.product))
    return [one for one in found if one is not None]


@register.simple_tag
def suitable_for(product: ProductPage) -> list[str]:
    """Return for whom a product is suitable, in words; what the form no longer offers is left out."""
    return [str(words) for key, words in SUITABILITY.items() if key in product.suitability]


@register.simple_tag
def large_address(image: SiteImage) -> str:
    """Return the address of a picture as large as pages show it, or nothing where its file is gone."""
    return next((found.url for found in renditions_found(image, _LARGE)), "")
