"""The field of a form that holds a product: its picture, price and state, and the way to another one."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.chooser import BaseChooserAdapter

from qnwellness.content import references

from .about import about, picture_of

NAMING = "products/js/named_modal.js"
SCRIPT = "products/js/product_chooser.js"
STYLE = "products/css/admin/product_chooser.css"


class ProductChooser(BaseChooser):
    """Chooses a product. Its value is the product's page id."""

    model = "products.ProductPage"
    chooser_modal_url_name = "product_chooser:choose"
    template_name = "products/chooser/widget.html"
    js_constructor = "ProductChooser"
    icon = "tag"
    classname = "product-chooser"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")
    link_to_chosen_text = _("Edit this product")

    def get_instance(self, value: Any) -> Any:
        """Return the product; one that is gone is none."""
        if value is None or isinstance(value, self.model_class):
            return value
        pk = references.reference_id(value)
        return references.current().one("product", pk) if pk is not None else None

    def get_display_title(self, instance: Any) -> str:
        return instance.get_admin_display_title()

    def get_value_data_from_instance(self, instance: Any) -> dict[str, Any]:
        told = about(instance)
        data = super().get_value_data_from_instance(instance)
        return {**data, "picture": picture_of(instance), "about": told.line}

    def get_context(self, name: str, value_data: dict[str, Any], attrs: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context(name, value_data, attrs)
        return {**context, "picture": value_data.get("picture", ""), "about": value_data.get("about", "")}

    @cached_property
    def media(self) -> forms.Media:
        scripts = [versioned_static("wagtailadmin/js/chooser-widget.js"), NAMING, SCRIPT]
        return forms.Media(js=scripts, css={"all": [STYLE]})


class ProductChooserAdapter(BaseChooserAdapter):
    """The same field within a block."""

    js_constructor = "products.widgets.ProductChooser"

    @cached_property
    def media(self) -> forms.Media:
        scripts = [versioned_static("wagtailadmin/js/chooser-widget-telepath.js"), NAMING, SCRIPT]
        return forms.Media(js=scripts, css={"all": [STYLE]})


register(ProductChooserAdapter(), ProductChooser)
