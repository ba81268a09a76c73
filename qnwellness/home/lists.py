"""Where the site's two lists are, for what leads on to them."""

from dataclasses import dataclass

from django.http import HttpRequest

from blog.models import BlogIndexPage
from products.models import ProductIndexPage
from qnwellness.content.frame import frame_of


@dataclass(frozen=True, slots=True)
class Lists:
    """The addresses of the journal and of the list of products, empty where shoppers may not see one."""

    journal: str
    products: str


def lists_of(request: HttpRequest) -> Lists:
    """Return where the site's lists are. No query where the menus lead to both."""
    frame = frame_of(request)
    return Lists(journal=frame.address_of(BlogIndexPage), products=frame.address_of(ProductIndexPage))
