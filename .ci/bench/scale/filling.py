"""Fills a database with articles that mention products, thousands a second."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.search.models import IndexEntry

from blog.models import ArticlePage, BlogIndexPage, ProductRelation
from products.models import ProductIndexPage, ProductPage

RARE = 8
_AT_ONCE = 2_000
_START = datetime(2020, 1, 1, tzinfo=UTC)
_TEXT = " ".join(f"word{number % 211} of bread" for number in range(120))
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
        # After what others have put into the journal meanwhile.
        last = Page._str2int(journal.get_children().order_by("path").last().path[-Page.steplen :])
        pages = Page.objects.bulk_create(
            _page(journal, model, number, last + place) for place, number in enumerate(numbers, 1)
        )
        _make_articles(model, pages)
        _make_findable(pages, numbers)
        _make_references(products, pages)
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


def _page(journal: BlogIndexPage, model: ArticlePage, number: int, place: int) -> Page:
    path = Page._get_path(journal.path, model.depth, place)
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
        first_published_at=_START + timedelta(minutes=number),
        last_published_at=_START + timedelta(minutes=number),
    )


def _make_articles(model: ArticlePage, pages: list[Page]) -> None:
    """Copy the model's own row for each of these pages: Django has no bulk way to a model with a parent."""
    columns = [field.column for field in ArticlePage._meta.local_concrete_fields if not field.primary_key]
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    # Each is as old as its page.
    taken = ", ".join(
        "p.first_published_at" if column == "published_at" else f"m.{connection.ops.quote_name(column)}"
        for column in columns
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO blog_articlepage (page_ptr_id, {quoted}) SELECT p.id, {taken} FROM wagtailcore_page p, "  # noqa: S608
            "blog_articlepage m WHERE m.page_ptr_id = %s AND p.id BETWEEN %s AND %s",
            [model.pk, pages[0].pk, pages[-1].pk],
        )


def _make_findable(pages: list[Page], numbers: range) -> None:
    """Put them into the index of words as a text of a few hundred words would be."""
    IndexEntry.objects.bulk_create(
        (
            IndexEntry(
                content_type_id=page.content_type_id,
                object_id=str(page.pk),
                title=page.title.lower(),
                autocomplete=page.title.lower(),
                body=f"{_TEXT} unique{number} {'barley' if number % 10 == 0 else 'oats'}",
                title_norm=0.9,
            )
            for page, number in zip(pages, numbers, strict=True)
        ),
        batch_size=500,
    )


def _make_references(products: dict[str, ProductPage], pages: list[Page]) -> None:
    """Put what they refer to into Wagtail's index of references."""
    base = ContentType.objects.get_for_model(Page)
    to = ContentType.objects.get_for_model(ProductPage)
    ReferenceIndex.objects.bulk_create(
        (
            ReferenceIndex(
                base_content_type=base,
                content_type_id=page.content_type_id,
                object_id=str(page.pk),
                to_content_type=to,
                to_object_id=str(product.pk),
                model_path="body.item",
                content_path=f"body.{product.slug}",
                content_path_hash=ReferenceIndex._get_content_path_hash(f"body.{product.slug}"),
            )
            for page in pages
            for product in products.values()
        ),
        batch_size=1_000,
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
