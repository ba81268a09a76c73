"""The chooser of products in the admin."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from qnwellness.content import references

from ..models import ProductPage
from ..queries import as_cards
from .about import About, about, picture_of
from .search import chosen_first, search
from .variant import variants_view
from .widget import ProductChooser, ProductChooserAdapter

# Where a session keeps the products its user chose last, the newest first.
_RECENT = "products_chosen"
_MOST_RECENT = 6


class _FilterForm(BaseFilterForm):
    """Finds by names and keys."""

    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Name, SKU, barcode or handle")}),
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        typed = self.cleaned_data["q"].strip()
        if not typed:
            return objects
        self.is_searching, self.search_query = True, typed
        return search(objects, typed)


class _ProductColumn(TitleColumn):
    """Picture and name, with the keys that tell products with like names apart."""

    cell_template_name = "products/chooser/title_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        keys = [instance.sku, instance.handle]
        return {**context, "picture": picture_of(instance), "keys": " · ".join(filter(None, keys))}


class _Choosing:
    """What the list of products shows, opened and searched."""

    per_page = 12
    filter_form_class = _FilterForm
    results_template_name = "products/chooser/results.html"

    def get_object_list(self) -> QuerySet:
        return as_cards(ProductPage.objects.all())

    def apply_object_list_ordering(self, objects: QuerySet) -> QuerySet:
        return chosen_first(objects, self.request.session.get(_RECENT, []))

    def get_results_page(self, request: HttpRequest) -> Any:
        page = super().get_results_page(request)
        page.object_list = _told(page.object_list)
        return page

    def can_create(self) -> bool:
        """Products are made in the catalogue, not beside a sentence."""
        return False

    @property
    def columns(self) -> list[Column]:
        def address(product: ProductPage) -> str:
            return self.append_preserved_url_parameters(reverse(self.chosen_url_name, args=[product.pk]))

        return [
            _ProductColumn(
                "title",
                label=_("Product"),
                accessor="told.name",
                get_url=address,
                link_attrs={"data-chooser-modal-choice": True},
            ),
            Column("price", label=_("Price"), accessor="told.price", width="16%"),
            Column("state", label=_("State"), accessor=_state, width="28%"),
        ]


class _ChooseView(_Choosing, ChooseView):
    pass


class _ChooseResultsView(_Choosing, ChooseResultsView):
    pass


class _ChosenView(ChosenView):
    """Hands the chosen product to the form, and remembers it for the next time."""

    def get_object(self, pk: str) -> ProductPage:
        key = references.reference_id(pk)
        return as_cards(ProductPage.objects.all()).get(pk=key)

    def get_display_title(self, instance: ProductPage) -> str:
        return instance.get_admin_display_title()

    def get_chosen_response_data(self, item: ProductPage) -> dict[str, Any]:
        told = about(item)
        data = super().get_chosen_response_data(item)
        return {
            **data,
            "name": told.name,
            "picture": picture_of(item),
            "about": told.line,
            "shown": told.shown,
        }

    def get_chosen_response(self, item: ProductPage) -> HttpResponse:
        session = self.request.session
        others = [pk for pk in session.get(_RECENT, []) if pk != item.pk]
        session[_RECENT] = [item.pk, *others][:_MOST_RECENT]
        return super().get_chosen_response(item)


class ProductChooserViewSet(ChooserViewSet):
    """Chooses a product by any of its names and keys; whoever may write articles may choose any of them."""

    model = ProductPage
    icon = "tag"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")
    edit_item_text = _("Edit this product")
    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView
    chosen_view_class = _ChosenView
    base_widget_class = ProductChooser
    widget_telepath_adapter_class = ProductChooserAdapter
    # Wagtail's own widgets for pages stay as they are.
    register_widget = False
    per_page = 12

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("variants/<int:pk>/", variants_view, name="variants")]


def _told(products: Iterable[ProductPage]) -> list[ProductPage]:
    """Give each product what the list says of it. As many queries for all of them as for one."""
    products = list(products)
    successors = {product.replacement_id for product in products if product.replacement_id}
    with references.resolving({"product": successors}):
        for product in products:
            product.told = about(product)
    return products


def _state(product: ProductPage) -> str:
    told: About = product.told
    return " · ".join(filter(None, [told.standing, told.variants]))
