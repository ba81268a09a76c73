"""What is stated once for the whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .fields import ContentStreamField
from .menus import MenuBlock
from .references import find_references

_INTEREST = _("By the company that makes the products named here")
_DISCLAIMER = _(
    "What is written here informs; it does not replace the advice of a doctor or pharmacist. Food supplements are "
    "no substitute for a varied diet, and are not meant to diagnose, treat, cure or prevent any disease."
)


@register_setting(icon="cog")
class SiteTexts(BaseSiteSetting):
    """Every text, link and menu that is set once for the site."""

    tagline = models.CharField(
        _("line under the name"),
        max_length=160,
        blank=True,
        default=_("Plant-based supplements, and what is known about them."),
        help_text=_("Shown at the bottom of every page."),
    )
    interest = models.CharField(
        _("disclosure"),
        max_length=200,
        default=_INTEREST,
        help_text=_("Shown in the byline of every article that names a product, before the first mention."),
    )
    disclaimer = models.TextField(
        _("health disclaimer"),
        default=_DISCLAIMER,
        help_text=_("Shown at the end of every article, and at the bottom of every other page."),
    )
    how_we_write = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("“How we write”"),
        help_text=_("The page that says how articles are made. Every article links to it."),
    )
    mistakes = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("“Tell us of a mistake”"),
        help_text=_("The page that says how to reach the editors. Every article links to it."),
    )
    header_menu = ContentStreamField(
        MenuBlock(),
        blank=True,
        verbose_name=_("menu at the top"),
        help_text=_("Left empty: the pages right below the home page. The search is always there."),
    )
    footer_menu = ContentStreamField(
        MenuBlock(),
        blank=True,
        verbose_name=_("menu at the bottom"),
        help_text=_("Left empty: the same as at the top."),
    )
    social_picture = models.ForeignKey(
        "images.SiteImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for sharing"),
        help_text=_("Shown where a page without a picture of its own is shared. 1200 by 630 pixels."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("interest"),
                FieldPanel("disclaimer"),
                PageChooserPanel("how_we_write"),
                PageChooserPanel("mistakes"),
            ],
            heading=_("Articles"),
        ),
        MultiFieldPanel(
            [FieldPanel("tagline"), FieldPanel("header_menu"), FieldPanel("footer_menu")],
            heading=_("Every page"),
        ),
        MultiFieldPanel([FieldPanel("social_picture")], heading=_("Sharing")),
    ]

    class Meta:
        verbose_name = _("texts and menus")
        verbose_name_plural = _("texts and menus")

    def wanted_pages(self) -> set[int]:
        """Return the ids of all pages the menus and texts lead to, without loading anything."""
        menus = [(self._meta.get_field(name), getattr(self, name)) for name in ("header_menu", "footer_menu")]
        found = {
            pk
            for field, menu in menus
            for kind, pk in find_references(field.stream_block, list(menu.raw_data))
            if kind == "page"
        }
        return found | {pk for pk in (self.how_we_write_id, self.mistakes_id) if pk}
