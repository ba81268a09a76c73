"""The sitemap: every page says what it lists; what all of them ask for is asked once."""

from typing import Any

from wagtail.contrib.sitemaps import Sitemap

from products.availability import State
from products.models import ProductPage
from qnwellness.content.references import resolving
from qnwellness.content.visibility import asking_once


class SiteSitemap(Sitemap):
    """Wagtail's, with the number of its queries kept from growing with the products."""

    def _urls(self, *args: Any) -> list[dict[str, Any]]:
        replaced = ProductPage.objects.filter(state=State.DISCONTINUED).exclude(replacement=None)
        successors = replaced.values_list("replacement", flat=True)
        with asking_once(), resolving({"product": set(successors)}):
            return super()._urls(*args)
