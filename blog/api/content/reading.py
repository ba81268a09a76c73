"""What a page's values become: whole addresses, pictures, products as their surface shows them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from products.availability import Surface
from products.showing import Showing, show
from qnwellness.images.renditions import renditions_found

from ..schemas import ImageOut
from .offer import OfferOut

# Sizes that pages have already.
WIDE = ("width-480|format-webp", "width-800|format-webp", "width-1360|format-webp")
CARD = ("fill-480x360|format-webp", "fill-800x600|format-webp")
SQUARE = ("fill-320x320|format-webp", "fill-640x640|format-webp")
# What the editor knows a paragraph by.
_KEY = re.compile(r' data-block-key="[a-z0-9]*"')
_HAS_LINK = re.compile(r"\shref=")


@dataclass(frozen=True, slots=True)
class Reading:
    """The page that is read: its whole address, the anchors of its headings, and the block that is read just now."""

    address: str
    anchors: Mapping[str, str] = field(default_factory=dict)
    block: str = ""

    @property
    def anchor(self) -> str:
        """Return the anchor of the heading that is read."""
        return self.anchors.get(self.block, "")

    def whole(self, address: str) -> str:
        """Return an address as it is from anywhere."""
        return urljoin(self.address, address)

    def html(self, value: Any) -> str:
        """Return rich text as readers get it, with whole addresses. `#` leads to a place of this article."""
        written = str(value.__html__() if hasattr(value, "__html__") else value).strip()
        written = _KEY.sub("", written)
        if not _HAS_LINK.search(written):
            return written
        soup = BeautifulSoup(written, "html.parser")
        for link in soup.find_all("a", href=True):
            if not str(link["href"]).startswith("#"):
                link["href"] = self.whole(str(link["href"]))
        return soup.decode(formatter="minimal")

    def picture(self, image: Any, sizes: tuple[str, ...] = WIDE, alt: str | None = None) -> ImageOut | None:
        """Return a picture in several widths, or None where there is none or its file is gone."""
        renditions = renditions_found(image, sizes) if image else []
        widths = {one.width: one for one in renditions}
        if not widths:
            return None
        first = next(iter(widths.values()))
        return ImageOut(
            src=self.whole(first.url),
            srcset=", ".join(f"{self.whole(one.url)} {width}w" for width, one in widths.items()),
            width=first.width,
            height=first.height,
            alt=image.default_alt_text if alt is None else alt,
        )

    def offer(self, product: Any, surface: Surface, variant: int | None = None) -> OfferOut | None:
        """Return what a surface shows of a product, or None where it shows nothing."""
        shown = show(product, surface, variant)
        return OfferOut(**self.offered(shown)) if shown else None

    def offered(self, shown: Showing) -> dict[str, Any]:
        """Return the values of an offer."""
        return {
            "handle": shown.product.handle or "",
            "name": shown.name,
            "url": self.whole(shown.url),
            "state": str(shown.state),
            "price": shown.price,
            "currency": shown.offered.currency,
            "price_is_from": shown.offered.is_from,
            "purchase_url": shown.purchase_url,
        }
