"""Says, in a template, what a product contains."""

from collections.abc import Iterable

from django import template
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from .. import contents, origin
from ..details import ingredients_of
from ..showing import Showing

register = template.Library()


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
    return ", ".join(" ".join(filter(None, (one.name, one.amount))) for one in ingredients_of(shown.product))


@register.simple_tag
def label_of(product: object) -> dict[str, Iterable[object]]:
    """Return the ingredients of a product as rows of a table, and the sources of the shares these hold."""
    rows = contents.rows(ingredients_of(product))
    return {"rows": rows, "sources": contents.sources(rows)}
