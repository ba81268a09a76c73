"""The sitemap: every page says what it lists; what all of them ask for is asked once."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap as one_sitemap

from products.availability import State
from products.models import ProductPage
from qnwellness.answers.fragments import once
from qnwellness.answers.keeping import keep
from qnwellness.answers.keys import key_of
from qnwellness.content.head import publisher_of
from qnwellness.content.references import resolving
from qnwellness.content.visibility import asking_once


class SiteSitemap(Sitemap):
    """Wagtail's, with the number of its queries kept from growing with the products, and in parts of a size."""

    # Pages a file lists: the protocol allows fifty times as many, which nobody could wait for.
    limit = 1_000

    def _urls(self, *args: Any) -> list[dict[str, Any]]:
        replaced = ProductPage.objects.filter(state=State.DISCONTINUED).exclude(replacement=None)
        successors = replaced.values_list("replacement", flat=True)
        with asking_once(), resolving({"product": set(successors)}):
            return super()._urls(*args)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List all pages for crawlers; where they are too many for one file, list the files (`?p=1`, `?p=2`, ...)."""

    def make() -> HttpResponse:
        return keep(_listed(request).render())

    return once(key_of(request), make)


def _listed(request: HttpRequest) -> TemplateResponse:
    pages: Paginator = SiteSitemap(request).paginator
    if "p" in request.GET or pages.num_pages == 1:
        return one_sitemap(request, {"site": SiteSitemap})
    address = f"{publisher_of(request).url.rstrip('/')}{reverse('sitemap')}"
    files = [{"location": f"{address}?p={number}", "last_mod": None} for number in pages.page_range]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": files}, content_type="application/xml")
