"""An editor's form: what opening and saving it does to an article."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.importing.fingerprint import digest
from blog.models import ArticlePage
from blog.tests.factories import (
    block,
    call_to_action,
    callout,
    heading,
    infographic,
    line,
    make_article,
    mention,
    text,
)
from products.tests.factories import make_product
from qnwellness.demo.forms import save_through_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def products():
    return [make_product(title=f"Product {number}™", handle=f"product-{number}") for number in range(10)]


def every_block(products):
    listed = [block("item", line("One point")), block("item", line("Another"))]
    nutrient = {"title": "Iron", "points": listed, "sources_label": "In food", "sources": "lentils"}
    pairs = [block("item", {"title": "Energy", "text": line("Iron contributes to it.")})]
    dose = [block("item", {"substance": "Iron", "amount": line("8–18 mg"), "note": ""})]
    return [
        heading("Introduction", "contents"),
        text(
            f"<p>Take {mention(products[0])}, <b>not</b> {mention(products[1], 'that', 'own')}.</p><ul><li>a</li></ul>"
        ),
        infographic(
            block("nutrient", nutrient),
            block("synergy", {"title": "Together", "points": pairs}),
            block("dosage", {"title": "Daily", "doses": dose}),
            block("benefits", {"title": "Good for", "benefits": pairs}),
            call_to_action(products[2], text="Read on.", link_label="See it"),
        ),
        heading("Amounts", "3"),
        block("note", {"kind": "doctor", "title": "Ask first", "text": "<p>Do.</p>"}),
        block("quote", {"text": "Bone looks still.", "attribution": ""}),
        callout(products[3], "Because."),
    ]


def _as_shown(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


def as_posted(article):
    return {
        "title": article.title,
        "slug": article.slug,
        "standfirst": article.standfirst,
        "hero": "",
        "published_at": _as_shown(article.published_at),
        "tags": "",
        "seo_title": "",
        "search_description": "",
        "bylines": [],
        "comments": [],
        "contents": article.contents,
        "picks": [],
        "body": article.body,
        "corrections": article.corrections,
    }


def test_saving_it_unchanged_changes_nothing_an_import_would_take_for_an_edit(products, admin_user):
    article = make_article(*every_block(products), publish=False).get_latest_revision_as_object()
    before = digest(article)
    save_through_form(article, as_posted(article), admin_user)
    article = ArticlePage.objects.get(pk=article.pk)
    assert article.live
    assert digest(article.get_latest_revision_as_object()) == before
    again = article.get_latest_revision_as_object()
    save_through_form(again, as_posted(again), admin_user)
    assert digest(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()) == before


@pytest.mark.slow
def test_opening_it_costs_the_same_with_twenty_texts_that_name_products_as_with_two(
    products, client, admin_user
):
    client.force_login(get_user_model().objects.get(pk=admin_user.pk))

    def cost(texts):
        body = [text(f"<p>{mention(products[number % 10])}</p>") for number in range(texts)]
        article = make_article(*body, title=f"With {texts}")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/admin/pages/{article.pk}/edit/").status_code == 200
        return len([query for query in queries if "products_productpage" in query["sql"]])

    cost(1)
    assert cost(2) == cost(20)
