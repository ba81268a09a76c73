"""A page to try the list of related articles on, and to copy it from."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from products.models import ProductPage
from products.queries import find_product
from qnwellness.content.references import resolving
from qnwellness.content.visibility import asking_once, public

from ..mentions.queries import MAX_LIMIT, related_articles
from ..models import ProductRelation
from .released import newest
from .snippets import USUAL, Wanted, snippets

# As many as a list to choose from can offer; all others are found by their handle, SKU or GTIN.
OFFERED = 200
LANGUAGES = (
    ("", _("The page's own")),
    ("en", "English"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("nl", "Nederlands"),
    ("zh", "中文"),
)
LOOKS = (("", _("As this page")), ("light", _("Light")), ("dark", _("Dark")))


class PlaygroundForm(forms.Form):
    """What a shop developer may choose. Everything has a sensible value of its own."""

    product = forms.CharField(label=_("Product: handle, SKU or GTIN"), max_length=255, required=False)
    limit = forms.IntegerField(
        label=_("Articles at most"), min_value=1, max_value=MAX_LIMIT, initial=USUAL.limit, required=False
    )
    heading = forms.CharField(
        label=_("Heading"), max_length=120, required=False, help_text=_("Left empty: “Related articles”.")
    )
    level = forms.TypedChoiceField(
        label=_("Level of the heading"),
        choices=[(level, f"h{level}") for level in range(2, 7)],
        coerce=int,
        empty_value=USUAL.level,
        initial=USUAL.level,
        required=False,
    )
    language = forms.ChoiceField(label=_("Language of the heading"), choices=LANGUAGES, required=False)
    look = forms.ChoiceField(label=_("Background"), choices=LOOKS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].widget.attrs |= {"list": "products", "autocomplete": "off"}


@require_safe
def playground(request: HttpRequest) -> HttpResponse:
    """Show the list of a product as a shop would have it, and the code for it."""
    form = PlaygroundForm(request.GET or None, label_suffix="")
    form.full_clean()
    # What is wrong is told beside it; all the rest still counts.
    chosen = getattr(form, "cleaned_data", {})
    with asking_once(), resolving({}):
        product = _product(chosen.get("product", ""))
        if product and not form.is_bound:
            form.initial["product"] = product.handle
        context = {
            "form": form,
            "product": product,
            "unknown": chosen.get("product", "") if product is None else "",
            "offered": public(ProductPage.objects.exclude(handle=None)).order_by("title")[:OFFERED],
            "look": chosen.get("look", ""),
            "stylesheet": "playground",
            **_shown(request, product, chosen),
        }
        return render(request, "embed/playground.html", context)


def _product(key: str) -> ProductPage | None:
    key = key.strip()
    if key:
        return find_product(handle=key) or find_product(sku=key) or find_product(gtin=key)
    mentioned = public(ProductPage.objects.exclude(handle=None))
    with_articles = mentioned.filter(pk__in=ProductRelation.objects.values("product"))
    return with_articles.order_by("title").first() or mentioned.order_by("title").first()


def _shown(request: HttpRequest, product: ProductPage | None, chosen: dict[str, Any]) -> dict[str, Any]:
    if product is None:
        return {}
    wanted = Wanted(
        handle=product.handle,
        limit=chosen.get("limit") or USUAL.limit,
        heading=chosen.get("heading", ""),
        level=chosen.get("level") or USUAL.level,
        language=chosen.get("language", ""),
    )
    address = urlsplit(product.get_full_url(request))
    ways = snippets(wanted, f"{address.scheme}://{address.netloc}", newest())
    return {
        "wanted": wanted,
        "ways": {way.name: way.code for way in ways},
        "is_mentioned": bool(related_articles(product, 1)),
    }
