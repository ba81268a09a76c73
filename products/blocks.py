"""Blocks that show a product."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, IntegerBlock, PageChooserBlock, StructBlock, StructValue

from qnwellness.content import references

from .availability import Surface
from .chooser.variant import VariantSelect
from .chooser.widget import ProductChooser
from .queries import any_product
from .showing import show


class ProductChooserBlock(PageChooserBlock):
    """Refers to a product; on a page, all products it names are loaded together."""

    reference_kind = "product"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"page_type": "products.ProductPage", **kwargs})

    def deconstruct(self) -> tuple:
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, {"page_type": ["products.ProductPage"], **kwargs}

    @cached_property
    def widget(self) -> ProductChooser:
        """The field it has in a form."""
        return ProductChooser()

    def get_form_state(self, value: Any) -> dict[str, Any] | None:
        return self.widget.get_value_data(value)

    def to_python(self, value: Any) -> Any:
        return references.current().one("product", int(value)) if value is not None else None

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        values = list(values)
        found = references.current().many("product", [int(value) for value in values if value is not None])
        return [found.get(int(value)) if value is not None else None for value in values]


class VariantBlock(IntegerBlock):
    """Names one of a product's variants by its key; one that is gone means the product as a whole.

    In the form it is a list of the variants of the product chosen in the field `product` of the same block.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field.widget = VariantSelect()

    def deconstruct(self) -> tuple:
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.IntegerBlock", args, kwargs


class ProductCallout(StructBlock):
    """One product, after the evidence, marked as ours."""

    # What it says goes when its product is withdrawn, so that nobody may find an article by it.
    is_searched = False

    product = ProductChooserBlock(label=_("Product"))
    variant = VariantBlock(
        label=_("Variant"), required=False, help_text=_("Left empty: the product in all its sizes and forms.")
    )
    reason = CharBlock(
        label=_("Why it is here"),
        required=False,
        max_length=200,
        help_text=_("One sentence that ties the product to this section."),
    )

    class Meta:
        icon = "tag"
        label = _("Product callout")
        description = _("A card that shows one product, with its price of today.")
        template = "products/blocks/product_callout.html"

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["shown"] = show(value.get("product"), Surface.CALLOUT, value.get("variant"))
        return context

    def get_preview_value(self) -> StructValue:
        """Show a product of the catalogue; an example would have to lie about its price."""
        return self.normalize({"product": any_product(), "reason": _("A sentence says why it stands here.")})
