"""Nothing a shopper may not see leaks anywhere: every hidden page carries a word no public answer may hold."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.tests.factories import (
    call_to_action,
    callout,
    heading,
    infographic,
    make_article,
    mention,
    rewrite,
    text,
)
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
CANARY = "zyxcanary"


@pytest.fixture
def product():
    return make_product(title="Bone Essential™", handle="bone-essential")


def secret_fields(number):
    return {
        "title": f"{CANARY} {number}",
        "slug": f"{CANARY}-{number}",
        "standfirst": f"{CANARY} {number}",
        "search_description": CANARY,
    }


@pytest.fixture
def secrets(product):
    """Articles and products in every state a shopper may not see."""
    body = [heading(CANARY), callout(product, CANARY), text(f"<p>{CANARY}</p>")]
    draft = make_article(*body, publish=False, **secret_fields(1))
    private = make_article(*body, **secret_fields(2))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    unpublished = make_article(*body, **secret_fields(3))
    unpublished.unpublish()
    expired = make_article(*body, **secret_fields(4))
    expired.expire_at = timezone.now() - timedelta(minutes=1)
    expired.save()
    scheduled = make_article(*body, publish=False, **secret_fields(5)).get_latest_revision_as_object()
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save_revision().publish()
    live = make_article(heading("Open"), callout(product), title="Open article", slug="open")
    rewrite(live, heading(CANARY), publish=False)
    hidden = [
        make_product(title=f"{CANARY} product", handle=f"{CANARY}-hidden", state="hidden", sku=CANARY),
        make_product(title=f"{CANARY} draft", handle=f"{CANARY}-draft"),
    ]
    hidden[1].unpublish()
    refers = [mention(item, "words", "own") for item in hidden]
    links = [
        f'<a linktype="page" id="{page.pk}">words</a>'
        for page in (draft, private, unpublished, expired, scheduled)
    ]
    make_article(
        text(f"<p>{' '.join(refers + links)}</p>"),
        *[callout(item, "reason") for item in hidden],
        infographic(*[call_to_action(item) for item in hidden]),
        title="Referring",
        slug="referring",
    )
    return hidden


PUBLIC = [
    "/",
    "/blog/",
    "/blog/open/",
    "/blog/referring/",
    "/products/",
    "/products/bone-essential/",
    "/search/?q=words",
    f"/search/?q={CANARY[:-1]}",
    "/sitemap.xml",
    "/robots.txt",
    "/api/v1/products/bone-essential/related-articles/?limit=50",
    "/api/v1/related-articles/?handle=bone-essential",
    "/api/v1/openapi.json",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_no_public_answer_holds_a_word_of_what_is_not_public(client, secrets, path):
    response = client.get(path)
    assert response.status_code == 200
    assert CANARY not in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        f"/blog/{CANARY}-1/",
        f"/blog/{CANARY}-3/",
        f"/blog/{CANARY}-4/",
        f"/blog/{CANARY}-5/",
        f"/products/{CANARY}-hidden/",
        f"/products/{CANARY}-draft/",
        f"/api/v1/products/{CANARY}-hidden/related-articles/",
        f"/api/v1/related-articles/?sku={CANARY}",
    ],
)
def test_what_is_not_public_is_not_found(client, secrets, path):
    response = client.get(path)
    assert response.status_code == 404
    assert f"{CANARY} " not in response.content.decode()


def test_a_private_article_asks_for_a_log_in(client, secrets):
    response = client.get(f"/blog/{CANARY}-2/")
    assert response.status_code == 302
    assert "/login/" in response["Location"]


def test_what_was_secret_shows_as_soon_as_it_is_public(client, secrets):
    ProductPage.objects.filter(pk=secrets[0].pk).update(state="live")
    assert CANARY in client.get("/products/").content.decode()
