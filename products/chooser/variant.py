"""The field of a form that names one of a product's variants, and what fills it once a product is chosen."""

from typing import Any

from django import forms
from django.apps import apps
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import SelectAdapter

from ..details import variants_of, with_details
from .about import variant_label

SCRIPT = "products/js/variant_select.js"


class VariantSelect(forms.Select):
    """A list of the variants of the product chosen beside it. Its script fills it; its value is a variant's key."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[("", gettext_lazy("All sizes and forms"))], **kwargs)

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        own = {
            "data-variant-select": reverse("product_chooser:variants", args=[0]),
            "data-variant-gone": _("A variant that is no longer offered: all are shown"),
            "data-variant-none": _("It has no variants"),
        }
        return {**super().build_attrs(base_attrs, extra_attrs), **own}


class VariantSelectAdapter(SelectAdapter):
    """The same field within a block."""

    js_constructor = "products.widgets.VariantSelect"

    @cached_property
    def media(self) -> forms.Media:
        return forms.Media(js=[versioned_static("wagtailadmin/js/telepath/widgets.js"), SCRIPT])


register(VariantSelectAdapter(), VariantSelect)


def variants_view(request: HttpRequest, pk: int) -> JsonResponse:
    """Tell the editor's script the variants of a product: {"variants": [{"id", "label"}]}. Raises Http404."""
    found = apps.get_model("products", "ProductPage").objects.filter(pk=pk)
    product = with_details(found).first()
    if product is None:
        raise Http404("no such product")
    lines = [
        {"id": str(line.pk), "label": variant_label(line, product.currency)} for line in variants_of(product)
    ]
    return JsonResponse({"variants": lines})
