"""The rows below a product's page: other names, ingredients, variants, pictures."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from qnwellness.images.models import SiteImage

from ..availability import State
from ..gtin import validate_gtin


class OtherName(Orderable):
    """Another name texts use for a product."""

    product = ParentalKey("products.ProductPage", on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=255)

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name


class Ingredient(Orderable):
    """A key ingredient with its form, the amount a daily portion holds, and what that provides of a nutrient."""

    product = ParentalKey("products.ProductPage", on_delete=models.CASCADE, related_name="ingredients")
    name = models.CharField(_("name"), max_length=255)
    form = models.CharField(
        _("form"), max_length=255, blank=True, help_text=_("For example “L-aspartate” or “root extract”.")
    )
    amount = models.CharField(_("amount"), max_length=64, blank=True, help_text=_("With its unit: “500 mg”."))
    provides = models.CharField(
        _("of which the nutrient itself"),
        max_length=64,
        blank=True,
        help_text=_(
            "Where the amount is that of a salt or an extract: how much of the nutrient it provides, “120 mg”. "
            "The share of the reference value is counted from this."
        ),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("form"),
        FieldRowPanel([FieldPanel("amount"), FieldPanel("provides")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("ingredient")
        verbose_name_plural = _("ingredients")

    def __str__(self) -> str:
        return self.name


class Variant(Orderable):
    """One of the sizes or forms a product is sold in, with the shop's keys, price and state of its own."""

    class Availability(models.TextChoices):
        LIVE = State.LIVE, _("Live: can be bought")
        OUT_OF_STOCK = State.OUT_OF_STOCK, _("Out of stock: shown, cannot be bought")
        HIDDEN = State.HIDDEN, _("Hidden: shown nowhere")

    product = ParentalKey("products.ProductPage", on_delete=models.CASCADE, related_name="variants")
    name = models.CharField(
        _("name"),
        max_length=255,
        help_text=_("What tells it from the others: “60 capsules”, “Powder, 250 g”."),
    )
    sku = models.CharField(_("SKU"), max_length=64, blank=True, db_index=True)
    gtin = models.CharField(_("GTIN"), max_length=14, blank=True, db_index=True, validators=[validate_gtin])
    price = models.DecimalField(
        _("price"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    state = models.CharField(
        _("state"), max_length=16, choices=Availability.choices, default=Availability.LIVE
    )
    purchase_url = models.URLField(
        _("purchase address"), blank=True, help_text=_("Left empty: the product's own.")
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("price"), FieldPanel("state")]),
        FieldRowPanel([FieldPanel("sku"), FieldPanel("gtin")]),
        FieldPanel("purchase_url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("variant")
        verbose_name_plural = _("variants")

    def __str__(self) -> str:
        return self.name


class ProductImage(Orderable):
    """A picture of a product."""

    product = ParentalKey("products.ProductPage", on_delete=models.CASCADE, related_name="images")
    image = models.ForeignKey(
        SiteImage, on_delete=models.CASCADE, related_name="+", verbose_name=_("picture")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return str(self.image)
