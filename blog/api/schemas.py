"""What the API answers with. The golden files beside the tests show whole answers."""

from datetime import datetime

from ninja import Schema


class ProductOut(Schema):
    """The product asked for."""

    handle: str
    name: str
    url: str


class SectionOut(Schema):
    """The section of an article that mentions the product."""

    title: str
    url: str


class ImageOut(Schema):
    """The leading picture of an article, ready for an `img` element."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str


class ArticleOut(Schema):
    """An article that mentions the product."""

    title: str
    url: str
    section: SectionOut | None
    standfirst: str
    image: ImageOut | None
    published: datetime
    reading_minutes: int
    mention: str


class RelatedArticlesOut(Schema):
    """The related articles of a product, best first; `count` is how many are returned."""

    product: ProductOut
    count: int
    articles: list[ArticleOut]


class ErrorDetail(Schema):
    """What went wrong, for a program and for a person."""

    code: str
    message: str


class ErrorOut(Schema):
    """An error."""

    error: ErrorDetail
