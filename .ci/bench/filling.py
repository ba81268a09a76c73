"""Fills a database with articles that mention products, thousands a second."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.db import connection
from wagtail.models import Page, PageViewRestriction

from blog.models import ArticlePage, BlogIndexPage, ProductRelation
from products.models import ProductIndexPage, ProductPage

RARE = 8
_AT_ONCE = 2_000
_START = datetime(2020, 1, 1, tzinfo=UTC)
_KINDS = ("callout", "infographic", "inline")


def make_products() -> dict[str, ProductPage]:
    """Return a product in a few articles, one in every article, one of each that is replaced, and who replaces them."""
    products = {}
    for name in ("rare", "frequent", "old", "new"):
        product = ProductPage(title=name, slug=name, handle=name)
        ProductIndexPage.objects.get().add_child(instance=product)
        products[name] = product
    ProductPage.objects.filter(pk=products["old"].pk).update(
        state="discontinued", replacement=products["new"]
    )
    return products


def fill(products: dict[str, ProductPage], start: int, end: int) -> None:
    """Add the articles with these numbers, each with its relations."""
    journal = BlogIndexPage.objects.get()
    model = _model(journal)
    for first in range(start, end, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, end))
        pages = Page.objects.bulk_create(_page(journal, model, number) for number in numbers)
        _make_articles(model, pages)
        ProductRelation.objects.bulk_create(
            relation
            for number, page in zip(numbers, pages, strict=True)
            for relation in _relations(products, page.pk, number)
        )
    # PostgreSQL does this by itself after a while; on SQLite an operator may. Lists must be fast with figures, too.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _model(journal: BlogIndexPage) -> ArticlePage:
    """Return the article of which all others are copies: a private one, as most sites have some."""
    found = ArticlePage.objects.filter(slug="model").first()
    if found is None:
        found = ArticlePage(title="Model", slug="model")
        journal.add_child(instance=found)
        PageViewRestriction.objects.create(page=found, restriction_type="login")
    return found


def _page(journal: BlogIndexPage, model: ArticlePage, number: int) -> Page:
    # The model holds the first place below the journal.
    path = Page._get_path(journal.path, model.depth, number + 2)
    slug = f"article-{number}"
    return Page(
        title=f"Article {number}",
        slug=slug,
        url_path=f"{journal.url_path}{slug}/",
        path=path,
        depth=model.depth,
        content_type=model.content_type,
        locale=model.locale,
        translation_key=uuid4(),
        live=True,
    )


def _make_articles(model: ArticlePage, pages: list[Page]) -> None:
    """Copy the model's own row for each of these pages: Django has no bulk way to a model with a parent."""
    columns = [field.column for field in ArticlePage._meta.local_concrete_fields if not field.primary_key]
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO blog_articlepage (page_ptr_id, {quoted}) SELECT p.id, {quoted} FROM wagtailcore_page p, "  # noqa: S608
            "blog_articlepage m WHERE m.page_ptr_id = %s AND p.id BETWEEN %s AND %s",
            [model.pk, pages[0].pk, pages[-1].pk],
        )


def _relations(products: dict[str, ProductPage], article: int, number: int) -> list[ProductRelation]:
    names = ["frequent", "old", "new"] + (["rare"] if number < RARE else [])
    kind = _KINDS[number % 3]
    return [
        ProductRelation(
            article_id=article,
            product=products[name],
            rank=101 + number % 3,
            published=_START + timedelta(minutes=number),
            mention=kind,
            mentions=1,
        )
        for name in names
    ]
