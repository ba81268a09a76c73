"""`check_mentions`: what it finds between articles, the rows about them and the reference index, and what it mends."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from blog.mentions.choices import exclude, pin
from blog.models import ArticlePage, ProductMention, ProductRelation, SidebarChoice
from blog.tests.factories import (
    call_to_action,
    callout,
    heading,
    infographic,
    journal,
    make_article,
    mention,
    text,
)
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
ARTICLES = 10


@pytest.fixture
def products() -> list[ProductPage]:
    return [make_product(title=f"Product {n}", handle=f"product-{n}") for n in range(3)]


@pytest.fixture
def articles(products: list[ProductPage]) -> list[ArticlePage]:
    """Return live articles of five mentions each, a draft and an alias; one is pinned, one is left out."""
    one, two, three = products
    made = [
        make_article(
            heading("Amounts"),
            callout(one),
            heading("Doses"),
            text(f"<p>{mention(two)} and {mention(one)}</p>"),
            infographic(call_to_action(three)),
            text(f"<p>{mention(three)}</p>"),
            title=f"Article {number}",
        )
        for number in range(ARTICLES)
    ]
    make_article(callout(one), title="A draft", publish=False)
    made[0].create_alias(update_slug="an-alias", parent=journal())
    pin(one.pk, made[1].pk)
    exclude(two.pk, made[2].pk)
    return made


def rows() -> list[set[tuple]]:
    """Return all that the command looks after, without the keys of rows."""
    references = ReferenceIndex.objects.filter(content_type__model="articlepage")
    return [
        set(map(tuple, _fields(ProductMention.objects.all()))),
        set(map(tuple, _fields(ProductRelation.objects.all()))),
        set(references.values_list("object_id", "to_object_id", "model_path", "content_path")),
    ]


def _fields(queryset: Any) -> Iterable[tuple]:
    names = [field.attname for field in queryset.model._meta.concrete_fields if not field.primary_key]
    return queryset.values_list(*names)


def of_article(article: ArticlePage) -> Any:
    return ReferenceIndex.objects.filter(object_id=str(article.pk), model_path__startswith="body")


def refer(page: int, to: int) -> None:
    """Store a reference that no article makes."""
    path = f"body.{uuid4()}"
    kind = ContentType.objects.get_for_model
    ReferenceIndex.objects.create(
        content_type=kind(ArticlePage),
        base_content_type=kind(Page),
        object_id=str(page),
        to_content_type=kind(Page),
        to_object_id=str(to),
        model_path="body.text",
        content_path=path,
        content_path_hash=ReferenceIndex._get_content_path_hash(path),
    )


def break_article(article: ArticlePage, products: list[ProductPage]) -> int:
    """Break rows of an article, each in a way of its own; return how many faults that makes."""
    mentions = {row.position: row for row in ProductMention.objects.filter(article=article)}
    mentions[0].delete()
    _change(mentions[1], kind="callout")
    _change(mentions[2], anchor="elsewhere")
    # To a position that no mention has: one row is extra then, and one is missing.
    _change(mentions[3], position=40)
    relations = {row.product_id: row for row in ProductRelation.objects.filter(article=article)}
    _change(
        relations[products[0].pk], rank=7, section_title="Elsewhere", section_anchor="x", section_minutes=9
    )
    _change(relations[products[1].pk], published=timezone.now() - timedelta(days=9), is_excluded=True)
    relations[products[2].pk].delete()
    of_article(article).filter(to_object_id=str(products[2].pk)).first().delete()
    refer(article.pk, products[1].pk)
    return 10


def _change(row: Any, **fields: Any) -> None:
    type(row).objects.filter(pk=row.pk).update(**fields)


def break_others(articles: list[ArticlePage], products: list[ProductPage]) -> int:
    """Break what only drafts, aliases and gone pages can have, and two more kinds; return how many."""
    draft = ArticlePage.objects.get(title="A draft")
    alias = ArticlePage.objects.get(slug="an-alias")
    for page in (draft, alias):
        ProductMention.objects.create(article=page, product=products[0], kind="callout", position=0)
        ProductRelation.objects.create(
            article=page,
            product=products[0],
            rank=101,
            published=timezone.now(),
            mention="callout",
            mentions=1,
        )
    of_article(draft).get().delete()
    refer(999_999, products[0].pk)
    # A choice that was written past `choices`: the row of the relation does not know it.
    SidebarChoice.objects.create(article=articles[-1], product=products[0], position=3)
    _change(ProductRelation.objects.get(article=articles[-1], product=products[1]), mentions=9)
    extra = {"product": products[0], "kind": "inline", "anchor": "of-a-block-that-is-gone"}
    ProductMention.objects.create(article=articles[-1], position=5, **extra)
    _change(of_article(articles[-1]).filter(to_object_id=str(products[0].pk)).first(), model_path="body.gone")
    return 10


@pytest.mark.slow
@pytest.mark.any_database
def test_a_hundred_faults_of_all_kinds_are_found_and_mended(
    articles: list[ArticlePage], products: list[ProductPage], capsys: pytest.CaptureFixture
) -> None:
    call_command("check_mentions")
    assert "Every mention row" in capsys.readouterr().out
    seeded = sum(break_article(article, products) for article in articles[:-1])
    seeded += break_others(articles, products)
    assert seeded == 100
    with pytest.raises(SystemExit) as stop:
        call_command("check_mentions")
    assert stop.value.code == 1
    printed = capsys.readouterr().out
    assert "100 to repair" in printed
    for table in ("mention", "relation", "reference"):
        assert {"missing", "extra"} <= set(re.findall(rf"^ *{table} of .*?: (\w+)", printed, re.MULTILINE))
    assert "kind is callout, should be inline" in printed
    assert "rank is 7, should be 101" in printed
    assert "is_excluded is True, should be False" in printed
    call_command("check_mentions", repair=True)
    assert "Repaired: 100." in capsys.readouterr().out
    call_command("check_mentions")


@pytest.mark.slow
@pytest.mark.any_database
def test_what_is_mended_is_what_was_there(articles: list[ArticlePage], products: list[ProductPage]) -> None:
    whole = rows()
    for article in articles:
        break_article(article, products)
    assert rows() != whole
    call_command("check_mentions", repair=True)
    assert rows() == whole


def test_a_product_that_is_gone_is_no_fault(products: list[ProductPage]) -> None:
    make_article(callout(products[0]))
    Page.objects.get(pk=products[0].pk).delete()
    call_command("check_mentions")
