"""Products and related articles -> the API's schemas."""

from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils import timezone

from products.models import ProductPage
from products.shop_links import Campaign
from qnwellness.images.models import SiteImage
from qnwellness.images.renditions import rendition_or_none

from ..mentions.queries import RelatedArticle
from .campaign import campaign, from_shop
from .schemas import ArticleOut, ImageOut, ProductOut, RelatedArticlesOut, SectionOut

WIDTHS = (400, 800)


def related_articles_out(
    request: HttpRequest | None, product: ProductPage, related: list[RelatedArticle]
) -> RelatedArticlesOut:
    """Return the whole answer for one product; every address in it is absolute.

    Without a request pictures have the address of the site the product is on.
    """
    told = campaign()
    return RelatedArticlesOut(
        product=ProductOut(handle=product.handle, name=product.title, url=product.get_full_url(request)),
        count=len(related),
        articles=[article_out(request, item, told, product.handle) for item in related],
    )


def article_out(request: HttpRequest | None, item: RelatedArticle, told: Campaign, handle: str) -> ArticleOut:
    """Return one article of the list of the product with a handle; its addresses tell what `told` says."""
    article, relation = item.article, item.relation
    url = from_shop(article.get_full_url(request), told, handle)
    section = SectionOut(title=relation.section_title, url=f"{url}#{relation.section_anchor}")
    return ArticleOut(
        title=article.title,
        url=url,
        section=section if relation.section_anchor else None,
        standfirst=article.standfirst,
        image=image_out(request, article.hero, url) if article.hero else None,
        published=timezone.localtime(relation.published).replace(microsecond=0),
        reading_minutes=article.reading_minutes,
        mention=relation.mention,
    )


def image_out(request: HttpRequest | None, image: SiteImage, page: str) -> ImageOut | None:
    """Return a picture in two widths, cut to 4:3, or None if its file is gone. `page` is where it is shown."""
    specs = [f"fill-{width}x{width * 3 // 4}|format-webp" for width in WIDTHS]
    renditions = [found for spec in specs if (found := rendition_or_none(image, spec))]
    if not renditions:
        return None
    home = request.build_absolute_uri("/") if request else page
    sources = [(urljoin(home, rendition.url), rendition) for rendition in renditions]
    return ImageOut(
        src=sources[0][0],
        srcset=", ".join(f"{url} {rendition.width}w" for url, rendition in sources),
        width=renditions[0].width,
        height=renditions[0].height,
        alt=image.default_alt_text,
    )
