"""The shop that sells the products: stated once for the site."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from qnwellness.fetching import NotFetched, check_address


@register_setting(icon="tag")
class Shop(BaseGenericSetting):
    """Where links to products lead, what the shop's own reports are told, and where the catalogue comes from."""

    class LinkTarget(models.TextChoices):
        PAGE = "page", _("Our product page")
        SHOP = "shop", _("The shop, where a product has an address there")

    link_target = models.CharField(
        _("links to products lead to"),
        max_length=8,
        choices=LinkTarget.choices,
        default=LinkTarget.PAGE,
        help_text=_(
            "With the shop, search engines are told that the shop's page of a product is the one to find."
        ),
    )
    utm_source = models.CharField(
        _("source"),
        max_length=64,
        blank=True,
        help_text=_(
            "Added to every link to the shop as “utm_source”. Left empty: nothing is added to links."
        ),
    )
    utm_medium = models.CharField(_("medium"), max_length=64, blank=True, default="article")
    utm_campaign = models.CharField(
        _("campaign"), max_length=64, blank=True, help_text=_("Left empty: the article's own address part.")
    )
    feed_address = models.URLField(
        _("address of the feed"),
        max_length=2000,
        blank=True,
        help_text=_("Where the shop publishes its products. Its host must be on the operator's list."),
    )
    is_scheduled = models.BooleanField(
        _("fetched regularly"),
        default=False,
        help_text=_("Prices are then shown only as long as the catalogue is as fresh as said below."),
    )
    price_hours = models.PositiveIntegerField(
        _("hours a price is good for"),
        default=24,
        validators=[MinValueValidator(1)],
        help_text=_("Since the catalogue last confirmed it. An older price is not shown."),
    )

    panels = [
        FieldPanel("link_target"),
        MultiFieldPanel(
            [
                HelpPanel(content=_("<p>The shop's reports tell by these which article sells what.</p>")),
                FieldRowPanel(
                    [FieldPanel("utm_source"), FieldPanel("utm_medium"), FieldPanel("utm_campaign")]
                ),
            ],
            heading=_("Links to the shop"),
        ),
        MultiFieldPanel(
            [FieldPanel("feed_address"), FieldPanel("is_scheduled"), FieldPanel("price_hours")],
            heading=_("Catalogue"),
        ),
    ]

    class Meta:
        verbose_name = _("shop")
        verbose_name_plural = _("shop")

    def clean(self) -> None:
        """Refuse an address that would never be fetched, and a schedule without an address."""
        super().clean()
        if self.is_scheduled and not self.feed_address:
            raise ValidationError({"feed_address": _("Say where the feed is, to have it fetched regularly.")})
        if self.feed_address:
            try:
                check_address(self.feed_address, settings.CATALOGUE_HOSTS, setting="CATALOGUE_HOSTS")
            except NotFetched as problem:
                raise ValidationError({"feed_address": str(problem)}) from problem
