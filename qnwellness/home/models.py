"""The home page and plain pages."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from blog.listing import as_cards, originals
from blog.models import ArticlePage
from products.models import ProductPage
from products.queries import as_cards as as_product_cards
from products.queries import listed
from qnwellness.content import references
from qnwellness.content.head import publisher_of
from qnwellness.content.pages import SitePage
from qnwellness.content.structured_data import Node, website_node
from qnwellness.content.summaries import joined, paragraphs
from qnwellness.content.visibility import public
from qnwellness.images.models import SiteImage

from .lists import lists_of


class HomePage(SitePage):
    """The site's front page: a few words, the newest articles, the products."""

    newest = 4
    products_shown = 6

    headline = models.CharField(_("headline"), max_length=160, blank=True)
    intro = models.TextField(_("introduction"), blank=True)
    hero = models.ForeignKey(
        SiteImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("leading picture"),
    )

    template = "home/home_page.html"
    stylesheet = "home"
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    content_panels = [*Page.content_panels, FieldPanel("headline"), FieldPanel("intro"), FieldPanel("hero")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = originals(public(ArticlePage.objects.descendant_of(self))).order_by("-published_at", "-pk")
        products = listed(ProductPage.objects.descendant_of(self)).order_by("title")
        context["articles"] = as_cards(articles)[: self.newest]
        context["lists"] = lists_of(request)
        context["products"] = as_product_cards(products)[: self.products_shown]
        return context

    def description_of(self, shown: Mapping[str, Any]) -> str:
        return self.search_description or self.intro or self.headline

    def structured_data(self, request: HttpRequest, shown: Mapping[str, Any], node: Node) -> Iterable[Node]:
        publisher = publisher_of(request)
        search_url = f"{publisher.url.rstrip('/')}{reverse('search')}?q="
        yield website_node(publisher, search_url=search_url, language=node["inLanguage"])


class PlainPage(SitePage):
    """A page of text: about, contact, terms."""

    intro = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences under the title.")
    )
    text = RichTextField(_("text"), features=["h2", "h3", "bold", "italic", "link", "ol", "ul"], blank=True)

    template = "home/plain_page.html"
    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage"]

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("text")]
    search_fields = [*SitePage.search_fields, index.SearchField("intro"), index.SearchField("text")]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def description_of(self, shown: Mapping[str, Any]) -> str:
        return self.search_description or self.intro or joined(paragraphs(self.text))

    def wanted_references(self) -> references.Wanted:
        return references.wanted_by(references.references_in_rich_text(self.text))
