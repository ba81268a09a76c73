"""The list of a product as HTML: the cards of our own pages, addresses whole; nothing where there is nothing."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client

from blog.models import SidebarSettings
from blog.tests.factories import callout, heading, make_article
from products.availability import State
from products.models import ProductPage
from products.tests.factories import make_image, make_product
from qnwellness.answers.middleware import store

pytestmark = pytest.mark.django_db
Get = Callable[..., HttpResponse]


@pytest.fixture
def product() -> ProductPage:
    return make_product(title="Bone Essential™", handle="bone-essential")


@pytest.fixture
def get(client: Client) -> Get:
    def get(query: str = "", key: str = "bone-essential", **headers: str) -> HttpResponse:
        return client.get(f"/products/{key}/related-articles/{query}", headers=headers)

    return get


def titles(answer: HttpResponse) -> list[str]:
    return [link.text for link in BeautifulSoup(answer.content, "html.parser").select("li a")]


def test_it_is_the_list_the_api_answers(get: Get, product: ProductPage, client: Client) -> None:
    for number in range(7):
        make_article(heading("Amounts"), callout(product), title=f"Article {number}")
    api = client.get("/api/v1/products/bone-essential/related-articles/?limit=6").json()["articles"]
    page = BeautifulSoup(get("?limit=6").content, "html.parser")
    links = [(link.text, link["href"]) for link in page.select("li a")]
    assert links == [(one["title"], one["section"]["url"]) for one in api]


def test_every_address_in_it_is_whole(get: Get, product: ProductPage) -> None:
    make_article(callout(product), title="How bone is built", hero=make_image())
    page = BeautifulSoup(get().content, "html.parser")
    addresses = [node[name] for name in ("href", "src") for node in page.select(f"[{name}]")]
    sources = [one.split()[0] for node in page.select("[srcset]") for one in node["srcset"].split(",")]
    assert len(sources) >= 2
    assert all(
        address.startswith(product.full_url.removesuffix(product.url)) for address in addresses + sources
    )


def test_nothing_in_it_is_run_or_fetched_but_pictures(get: Get, product: ProductPage) -> None:
    make_article(callout(product), title="<script>alert(1)</script>", hero=make_image())
    page = BeautifulSoup(get().content, "html.parser")
    assert titles(get()) == ["<script>alert(1)</script>"]
    assert not page.select("script, style, link, iframe, [style], [onclick]")


def test_a_product_without_articles_is_nothing_at_all(get: Get, product: ProductPage) -> None:
    answer = get()
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("key", ["nothing", "hidden", "a%00b", "x" * 500])
def test_what_no_shopper_may_see_is_not_found_and_says_nothing(get: Get, key: str) -> None:
    make_product(title="Hidden", handle="hidden", state=State.HIDDEN)
    answer = get(key=key)
    assert (answer.status_code, answer.content) == (404, b"")


def test_drafts_and_private_articles_are_not_in_it(get: Get, product: ProductPage) -> None:
    make_article(callout(product), title="Seen")
    make_article(callout(product), title="Draft").unpublish()
    private = make_article(callout(product), title="Private")
    private.view_restrictions.create(restriction_type="login")
    assert titles(get()) == ["Seen"]


def test_the_page_s_own_address_part_finds_it_too(get: Get) -> None:
    product = make_product(title="Calm", handle="calm-90", slug="calm")
    make_article(callout(product), title="Sleep")
    assert titles(get(key="calm")) == titles(get(key="calm-90")) == ["Sleep"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?limits=3", "limits: not known here"),
        ("?limit=0", "limit: a number"),
        ("?limit=1&limit=2", "more than once"),
    ],
)
def test_a_wrong_question_is_answered_where_only_developers_look(
    get: Get, product: ProductPage, query: str, said: str
) -> None:
    answer = get(query)
    assert answer.status_code == 400
    assert answer.content.startswith(b"<!-- ")
    assert said in answer.content.decode()


def test_a_comment_cannot_be_broken_out_of(get: Get, product: ProductPage) -> None:
    answer = get("?--><script>alert(1)</script>=1").content.decode()
    assert answer.index("-->") == len(answer) - len("-->\n")


def test_who_has_it_already_is_told_so_and_nobody_gets_a_cookie(get: Get, product: ProductPage) -> None:
    make_article(callout(product), title="How bone is built")
    first = get()
    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in first.get("Vary", "")
    assert not first.cookies
    assert get(**{"If-None-Match": first["ETag"]}).status_code == 304


def test_an_editor_gets_the_bytes_everybody_gets(get: Get, product: ProductPage, client: Client) -> None:
    make_article(callout(product), title="How bone is built")
    first = get().content
    client.force_login(get_user_model().objects.create_superuser("editor"))
    assert get().content == first
    store.clear()
    assert get().content == first


def test_links_carry_the_campaign(get: Get, product: ProductPage) -> None:
    make_article(heading("Amounts"), callout(product), title="How bone is built")
    SidebarSettings(utm_source="shop", utm_medium="sidebar").save()
    page = BeautifulSoup(get().content, "html.parser")
    query = "?utm_source=shop&utm_medium=sidebar&utm_campaign=bone-essential"
    assert page.a["href"].endswith(f"/blog/how-bone-is-built/{query}#amounts")


def test_it_shows_what_was_published_a_moment_ago(get: Get, product: ProductPage) -> None:
    article = make_article(callout(product), title="How bone is built")
    assert titles(get()) == ["How bone is built"]
    article.title = "How bone is kept"
    article.save_revision().publish()
    assert titles(get()) == ["How bone is kept"]
    article.unpublish()
    assert get().content == b""


def test_it_costs_the_same_for_few_and_many(
    get: Get, product: ProductPage, django_assert_max_num_queries: Callable
) -> None:
    for number, colour in enumerate(("red", "blue", "gold", "teal")):
        make_article(callout(product), title=f"Article {number}", hero=make_image(colour, colour))
    get()
    store.clear()
    with django_assert_max_num_queries(8):
        assert len(titles(get("?limit=4"))) == 4


def test_only_reading_is_answered(client: Client, product: ProductPage) -> None:
    path = "/products/bone-essential/related-articles/"
    assert client.post(path).status_code == 405
    assert client.options(path)["Allow"] == "GET, HEAD, OPTIONS"
    assert client.head(path).content == b""
