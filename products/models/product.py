"""The product page: one product, stated once."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page
from wagtail.search import index

from qnwellness.content.head import publisher_of
from qnwellness.content.pages import SitePage
from qnwellness.content.structured_data import Node
from qnwellness.content.summaries import joined, paragraphs, plain
from qnwellness.content.words import indexed
from qnwellness.images.models import SiteImage

from ..availability import Offer, State, offer
from ..describing import product_values
from ..forms import ProductCopyForm, ProductForm
from ..gtin import validate_gtin
from ..structured_data import product_node, product_page

HANDLE = RegexValidator(
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
    _("A handle is made of lower-case letters, digits and single hyphens, as in “bone-essential”."),
)
CURRENCY = RegexValidator(r"^[A-Z]{3}$", _("A currency is three capital letters (ISO 4217), as in “SGD”."))


class ProductPage(SitePage):
    """A product. Its title is its name as shown, with ™; its key towards a shop is its handle."""

    class Availability(models.TextChoices):
        LIVE = State.LIVE, _("Live: can be bought")
        OUT_OF_STOCK = State.OUT_OF_STOCK, _("Out of stock: shown, cannot be bought")
        DISCONTINUED = State.DISCONTINUED, _("Discontinued: shown without price")
        HIDDEN = State.HIDDEN, _("Hidden: shown nowhere")

    handle = models.CharField(
        _("handle"),
        max_length=255,
        unique=True,
        null=True,
        blank=True,
        validators=[HANDLE],
        help_text=_("The product's key in the shop: the last part of its address there. It never changes."),
    )
    sku = models.CharField(_("SKU"), max_length=64, blank=True, db_index=True)
    gtin = models.CharField(
        _("GTIN"),
        max_length=14,
        blank=True,
        db_index=True,
        validators=[validate_gtin],
        help_text=_("The number under the barcode: 8, 12, 13 or 14 digits."),
    )
    summary = models.CharField(
        _("summary"),
        max_length=255,
        blank=True,
        help_text=_("One sentence, shown on cards and under the name."),
    )
    description = RichTextField(_("description"), blank=True, features=["bold", "italic", "link", "ol", "ul"])
    price = models.DecimalField(
        _("price"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(_("currency"), max_length=3, default="SGD", validators=[CURRENCY])
    state = models.CharField(
        _("state"), max_length=16, choices=Availability.choices, default=Availability.LIVE, db_index=True
    )
    purchase_url = models.URLField(
        _("purchase address"),
        blank=True,
        help_text=_("Where the shop sells it. Without one there is no button."),
    )

    template = "products/product_page.html"
    stylesheet = "product"
    routed_with = ("images__image",)
    parent_page_types = ["products.ProductIndexPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["handle", "sku", "gtin"]
    base_form_class = ProductForm
    copy_form_class = ProductCopyForm

    search_fields = [
        *SitePage.search_fields,
        index.SearchField("searched_words"),
        index.AutocompleteField("searched_names"),
        index.FilterField("handle"),
        index.FilterField("state"),
    ]

    content_panels = [
        FieldPanel(
            "title", heading=_("Name"), help_text=_("As shown everywhere, with ™ or ® if it has one.")
        ),
        FieldPanel("summary"),
        InlinePanel("images", heading=_("Pictures"), label=_("Picture"), help_text=_("The first one leads.")),
        FieldPanel("description"),
        InlinePanel("ingredients", heading=_("Key ingredients"), label=_("Ingredient")),
    ]
    shop_panels = [
        HelpPanel(content=_("<p>What the shop knows this product by, and what it costs there.</p>")),
        MultiFieldPanel([FieldPanel("handle"), FieldPanel("sku"), FieldPanel("gtin")], heading=_("Keys")),
        InlinePanel(
            "other_names",
            heading=_("Other names it goes by"),
            label=_("Name"),
            help_text=_("Texts that use one of these names mean this product."),
        ),
        MultiFieldPanel([FieldPanel("price"), FieldPanel("currency")], heading=_("Price")),
        MultiFieldPanel([FieldPanel("state"), FieldPanel("purchase_url")], heading=_("Availability")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(shop_panels, heading=_("Shop")),
            ObjectList(SitePage.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._slug_follows_handle()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self._slug_follows_handle()
        super().minimal_clean()

    def _slug_follows_handle(self) -> None:
        # A slug made from the name would end in "tm"; the handle is what the shop's addresses use as well.
        if not self.slug and self.handle:
            self.slug = self.handle

    @classmethod
    def public_filter(cls, prefix: str = "") -> Q:
        """Return what a shopper may see, beyond what holds for every page."""
        return ~Q(**{f"{prefix}state": State.HIDDEN})

    def is_publicly_offered(self) -> bool:
        """Tell the same of this product."""
        return self.offer.shown

    @property
    def offer(self) -> Offer:
        """What this product shows in its state."""
        return offer(self.state)

    @cached_property
    def picture(self) -> SiteImage | None:
        """The leading picture."""
        first = next(iter(self.images.all()), None)
        return first.image if first else None

    @property
    def shown_price(self) -> Decimal | None:
        """The price, where this state shows one."""
        return self.price if self.offer.priced else None

    @property
    def can_be_bought(self) -> bool:
        """Tell whether a button leads to the shop."""
        return self.offer.buyable and bool(self.purchase_url)

    def searched_names(self) -> str:
        """Return what this product is found by while it is being typed: its names and its keys."""
        names = [name.name for name in self.other_names.all()]
        return indexed([self.title, *names, self.sku, self.gtin, self.handle or ""])

    def searched_words(self) -> str:
        """Return what this product is found by: its names and keys, and all it says."""
        parts = [f"{ingredient.name} {ingredient.form}" for ingredient in self.ingredients.all()]
        return " ".join([self.searched_names(), indexed([self.summary, *parts, plain(self.description)])])

    def description_of(self, shown: Mapping[str, Any]) -> str:
        return self.search_description or self.summary or joined(paragraphs(self.description))

    def structured_data(self, request: HttpRequest, shown: Mapping[str, Any], node: Node) -> Iterable[Node]:
        values = product_values(self, node["url"])
        product_page(node, values)
        yield product_node(values, publisher_of(request))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Serve the page; a hidden product has none."""
        if not self.offer.shown and not getattr(request, "is_preview", False):
            raise Http404("hidden product")
        return super().serve(request, *args, **kwargs)


class OtherName(Orderable):
    """Another name texts use for a product."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=255)

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name


class Ingredient(Orderable):
    """A key ingredient with its form and the amount a portion holds."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="ingredients")
    name = models.CharField(_("name"), max_length=255)
    form = models.CharField(
        _("form"), max_length=255, blank=True, help_text=_("For example “L-aspartate” or “root extract”.")
    )
    amount = models.CharField(_("amount"), max_length=64, blank=True, help_text=_("With its unit: “500 mg”."))

    class Meta(Orderable.Meta):
        verbose_name = _("ingredient")
        verbose_name_plural = _("ingredients")

    def __str__(self) -> str:
        return self.name


class ProductImage(Orderable):
    """A picture of a product."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="images")
    image = models.ForeignKey(
        SiteImage, on_delete=models.CASCADE, related_name="+", verbose_name=_("picture")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return str(self.image)
