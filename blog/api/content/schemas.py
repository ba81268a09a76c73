"""What articles and products are answered as."""

from datetime import datetime
from decimal import Decimal

from ninja import Field, Schema

from ..schemas import ImageOut
from .blocks import body_type
from .offer import OfferOut


class PersonOut(Schema):
    """Who wrote or reviewed an article."""

    name: str
    url: str


class TagOut(Schema):
    """What an article is about."""

    name: str
    slug: str


class EntryOut(Schema):
    """A line of an article's contents list."""

    text: str
    anchor: str
    level: int


class SourceOut(Schema):
    """An entry of an article's list of sources; its number is the one in the text."""

    number: int
    text: str
    url: str


class ArticleSummaryOut(Schema):
    """An article in a list."""

    slug: str
    title: str
    url: str
    standfirst: str
    published: datetime
    updated: datetime | None
    reading_minutes: int
    image: ImageOut | None
    tags: list[TagOut]
    authors: list[PersonOut]


class ArticlesOut(Schema):
    """A page of the list of articles, newest first; `next` is the address of the one after it."""

    articles: list[ArticleSummaryOut]
    next: str | None


class FigureOut(Schema):
    """An entry of an article's list of figures: a fact, with the numbers of its sources."""

    anchor: str
    text: str
    sources: list[int]


class ProductSummaryOut(OfferOut):
    """A product in a list."""

    summary: str
    image: ImageOut | None


class ProductsOut(Schema):
    """A page of the list of products, by name; `next` is the address of the one after it."""

    products: list[ProductSummaryOut]
    next: str | None


class IngredientOut(Schema):
    """An ingredient, with what a daily portion holds of it."""

    name: str
    form: str
    amount: str
    provides: str


class VariantOut(Schema):
    """One of the sizes or forms a product is sold in."""

    name: str
    sku: str
    gtin: str
    state: str
    price: Decimal | None = Field(description='With two decimals, as text: "29.90".')


class ProductContentOut(ProductSummaryOut):
    """A product with all its page says."""

    sku: str
    gtin: str
    description: str = Field(description="HTML")
    form: str
    portion: str
    ingredients: list[IngredientOut]
    directions: str = Field(description="HTML")
    cautions: str = Field(description="HTML")
    allergens: str
    suitability: list[str]
    variants: list[VariantOut]
    images: list[ImageOut]


class ArticleContentOut(ArticleSummaryOut):
    """An article as its readers see it."""

    contents: list[EntryOut] = Field(description="Empty where the article shows no contents list.")
    blocks: body_type()  # type: ignore[valid-type]
    figures: list[FigureOut]
    sources: list[SourceOut]
    products: list[OfferOut] = Field(description="The products the article names, each once.")
