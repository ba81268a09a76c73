"""Related articles in shops elsewhere: what their links tell us, and who hears of a list that has changed."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from qnwellness.fetching import NotFetched, check_address


@register_setting(icon="list-ul")
class SidebarSettings(BaseGenericSetting):
    """Said once for all lists of related articles that stand in a shop. Secrets are the operator's and not here."""

    utm_source = models.CharField(
        _("source"),
        max_length=64,
        blank=True,
        help_text=_(
            "Added to every link from a shop as “utm_source”. Left empty: nothing is added to links."
        ),
    )
    utm_medium = models.CharField(_("medium"), max_length=64, blank=True, default="related-articles")
    utm_campaign = models.CharField(
        _("campaign"), max_length=64, blank=True, help_text=_("Left empty: the product's handle.")
    )
    sends_to_shopify = models.BooleanField(
        _("write the lists into Shopify"),
        default=False,
        help_text=_(
            "Into a metafield of each product, whenever its list changes. Needs the operator's access token."
        ),
    )
    webhook_address = models.URLField(
        _("address of the webhook"),
        max_length=2000,
        blank=True,
        help_text=_("Told of each product whose list has changed. Left empty: nobody is told."),
    )

    panels = [
        MultiFieldPanel(
            [
                HelpPanel(
                    content=_("<p>Our own reports tell by these which shop page brought a reader.</p>")
                ),
                FieldRowPanel(
                    [FieldPanel("utm_source"), FieldPanel("utm_medium"), FieldPanel("utm_campaign")]
                ),
            ],
            heading=_("Links from shops"),
        ),
        MultiFieldPanel(
            [FieldPanel("sends_to_shopify"), FieldPanel("webhook_address")], heading=_("Lists that changed")
        ),
    ]

    class Meta:
        verbose_name = _("related articles in shops")
        verbose_name_plural = _("related articles in shops")

    def clean(self) -> None:
        """Refuse an address that would never be told anything, and say what is missing."""
        super().clean()
        if self.sends_to_shopify and not settings.SHOPIFY_SHOP:
            said = _("The operator of this site has to set SHOPIFY_SHOP and the shop's access first.")
            raise ValidationError({"sends_to_shopify": said})
        if not self.webhook_address:
            return
        try:
            check_address(self.webhook_address, settings.WEBHOOK_HOSTS, setting="WEBHOOK_HOSTS")
        except NotFetched as problem:
            raise ValidationError({"webhook_address": str(problem)}) from problem
        if not settings.WEBHOOK_SECRET:
            said = _(
                "The operator of this site has to set WEBHOOK_SECRET first: messages are signed with it."
            )
            raise ValidationError({"webhook_address": said})
