"""The product page: one product, stated once."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from qnwellness.content.head import publisher_of
from qnwellness.content.pages import SitePage
from qnwellness.content.structured_data import Node
from qnwellness.content.summaries import joined, paragraphs, plain
from qnwellness.content.words import indexed
from qnwellness.images.models import SiteImage

from ..availability import State, Surface
from ..describing import product_values
from ..forms import ProductCopyForm, ProductForm
from ..gtin import validate_gtin
from ..panels import PRODUCT_FORM
from ..showing import elsewhere, show
from ..structured_data import product_node, product_page
from ..whole import load_whole

HANDLE = RegexValidator(
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
    _("A handle is made of lower-case letters, digits and single hyphens, as in “bone-essential”."),
)
CURRENCY = RegexValidator(r"^[A-Z]{3}$", _("A currency is three capital letters (ISO 4217), as in “SGD”."))
_SHORT_TEXT = ["bold", "italic", "link", "ol", "ul"]


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
    description = RichTextField(_("description"), blank=True, features=_SHORT_TEXT)
    form = models.CharField(
        _("form"), max_length=64, blank=True, help_text=_("What one takes: “Capsules”, “Powder”, “Drops”.")
    )
    portion = models.CharField(
        _("daily portion"), max_length=64, blank=True, help_text=_("What the amounts hold for: “3 capsules”.")
    )
    directions = RichTextField(_("directions"), blank=True, features=_SHORT_TEXT)
    cautions = RichTextField(
        _("cautions"),
        blank=True,
        features=_SHORT_TEXT,
        help_text=_("Who should ask a doctor first, and why."),
    )
    allergens = models.CharField(
        _("allergens"),
        max_length=255,
        blank=True,
        help_text=_(
            "What it contains or may contain, in one sentence. Left empty: nothing is said of allergens."
        ),
    )
    suitability = models.JSONField(_("suitable for"), default=list, blank=True)
    price = models.DecimalField(
        _("price"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(_("currency"), max_length=3, default="SGD", validators=[CURRENCY])
    state = models.CharField(
        _("state"), max_length=16, choices=Availability.choices, default=Availability.LIVE, db_index=True
    )
    replacement = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("replaced by"),
        help_text=_("Once it is discontinued, articles show this product in its place."),
    )
    purchase_url = models.URLField(
        _("purchase address"),
        blank=True,
        help_text=_("Where the shop sells it. Without one there is no button."),
    )

    template = "products/product_page.html"
    stylesheet = "product"
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

    edit_handler = PRODUCT_FORM

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
        return self.state != State.HIDDEN

    @cached_property
    def picture(self) -> SiteImage | None:
        """The leading picture."""
        first = next(iter(self.images.all()), None)
        return first.image if first else None

    @property
    def canonical_address(self) -> str:
        """Return the shop's page of it where the site says that this is the one to be found."""
        return elsewhere(self)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """List it for crawlers where the table of states says so."""
        return super().get_sitemap_urls(request) if show(self, Surface.SITEMAP) else []

    def searched_names(self) -> str:
        """Return what this product is found by while it is being typed: names and keys, also former ones."""
        names = [name.name for name in self.other_names.all()]
        former = [key.value for key in self.former_keys.all()] if self.pk else []
        keys = [key for variant in self.variants.all() for key in (variant.name, variant.sku, variant.gtin)]
        return indexed([self.title, *names, *former, self.sku, self.gtin, self.handle or "", *keys])

    def searched_words(self) -> str:
        """Return what this product is found by: its names and keys, and all it says."""
        parts = [f"{ingredient.name} {ingredient.form}" for ingredient in self.ingredients.all()]
        texts = [plain(text) for text in (self.description, self.directions)]
        return " ".join([self.searched_names(), indexed([self.summary, *parts, self.form, *texts])])

    def description_of(self, shown: Mapping[str, Any]) -> str:
        return self.search_description or self.summary or joined(paragraphs(self.description))

    def structured_data(self, request: HttpRequest, shown: Mapping[str, Any], node: Node) -> Iterable[Node]:
        values = product_values(self, node["url"])
        product_page(node, values)
        yield product_node(values, publisher_of(request))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Serve the page; a hidden product has none."""
        if not self.is_publicly_offered() and not getattr(request, "is_preview", False):
            raise Http404("hidden product")
        with self.being_served():
            load_whole(self)
            return super().serve(request, *args, **kwargs)
