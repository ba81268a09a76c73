"""A product that articles show is never deleted or unpublished in silence, on whatever way it is tried."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.test import Client
from wagtail.models import Page

from blog.editor.keeping_products import tell_articles
from blog.models import ArticlePage
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
from products.models import ProductIndexPage, ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
GROUPS = ["Catalogue", "admin"]


@pytest.fixture(params=GROUPS)
def keeper(request: Any, client: Client) -> Client:
    """Return somebody who may delete products; the keeper of the catalogue edits no article."""
    user = User.objects.create_user(request.param, is_superuser=request.param == "admin")
    user.groups.set(Group.objects.filter(name=request.param))
    client.force_login(user)
    return client


@pytest.fixture
def product() -> ProductPage:
    """Return the product articles show."""
    return make_product("Calm Hours™", "calm-hours", price=10)


@pytest.fixture
def article(product: ProductPage) -> ArticlePage:
    """Return an article that shows it in three ways."""
    return make_article(
        heading("Rest"),
        text(
            f"<p>Sleep well. Take {mention(product)} or {mention(product, 'these drops', 'own')} at night.</p>"
        ),
        callout(product),
        infographic(call_to_action(product)),
        title="Sleeping well",
    )


def read(answer: Any) -> str:
    """Return what a page of the admin says, in one line."""
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def screen(product: ProductPage) -> str:
    """Return the address of the screen of a product in use."""
    return f"/admin/articles/products/{product.pk}/"


def is_whole() -> bool:
    """Tell whether the tree of pages is what it says it is."""
    return not any(Page.find_problems())


class TestDeleting:
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_one_leads_to_where_it_stands(
        self, keeper: Client, product: ProductPage, article: ArticlePage, method: str
    ) -> None:
        answer = getattr(keeper, method)(f"/admin/pages/{product.pk}/delete/", follow=True)
        assert answer.redirect_chain[0][0].startswith(screen(product))
        said = read(answer)
        assert "It is not deleted: it is in use. 1 article shows it" in said
        for words in (
            "Sleeping well",
            "Rest › Text",
            "Take Calm Hours™ or these drops at night.",
            "Call to action",
        ):
            assert words in said
        assert ProductPage.objects.filter(pk=product.pk).exists()
        assert is_whole()

    def test_one_that_only_a_draft_shows_stays_too(self, keeper: Client, product: ProductPage) -> None:
        other = make_article(text("<p>Nothing yet.</p>"), title="A draft of rest")
        rewrite(other, callout(product), publish=False)
        never = make_article(callout(product), title="Never out", publish=False)
        answer = keeper.get(f"/admin/pages/{product.pk}/delete/", follow=True)
        assert "2 articles show it" in read(answer)
        is_editor = User.objects.get().is_superuser
        assert ("Never out" in read(answer)) == is_editor
        assert ("And 2 articles you may not see." in read(answer)) != is_editor
        assert never.live is False

    def test_one_that_takes_anothers_place_stays_too(self, keeper: Client, product: ProductPage) -> None:
        make_product("Old Hours", "old-hours", state="discontinued", replacement=product)
        answer = keeper.get(f"/admin/pages/{product.pk}/delete/", follow=True)
        assert "It takes the place of: “Old Hours”." in read(answer)

    def test_one_that_is_not_in_use_goes_as_ever(self, keeper: Client, product: ProductPage) -> None:
        assert "Are you sure you want to delete" in read(keeper.get(f"/admin/pages/{product.pk}/delete/"))
        keeper.post(f"/admin/pages/{product.pk}/delete/")
        assert not ProductPage.objects.filter(pk=product.pk).exists()
        assert is_whole()

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_some_together(
        self, keeper: Client, product: ProductPage, article: ArticlePage, method: str
    ) -> None:
        unused = make_product("Spare", "spare")
        address = f"/admin/bulk/wagtailcore/page/delete/?id={product.pk}&id={unused.pk}&next=/admin/"
        answer = getattr(keeper, method)(address)
        assert answer.status_code == 200
        assert "Nothing is deleted: 1 product among or below these pages is in use." in read(answer)
        assert f"{screen(product)}?for=delete" in answer.content.decode()
        assert "Unpublish" not in read(answer)
        assert ProductPage.objects.count() == 2
        assert is_whole()

    def test_some_together_that_are_not_in_use(self, keeper: Client, product: ProductPage) -> None:
        address = f"/admin/bulk/wagtailcore/page/delete/?id={product.pk}&next=/admin/"
        assert keeper.get(address).status_code == 200
        keeper.post(address)
        assert not ProductPage.objects.exists()


class TestDeletingThePageAbove:
    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("bulk", [False, True])
    def test_leads_to_the_products_in_use(
        self, admin_client: Client, product: ProductPage, article: ArticlePage, method: str, *, bulk: bool
    ) -> None:
        parent = ProductIndexPage.objects.get()
        address = f"/admin/pages/{parent.pk}/delete/"
        if bulk:
            address = f"/admin/bulk/wagtailcore/page/delete/?id={parent.pk}"
        answer = getattr(admin_client, method)(address)
        assert "in 1 article: “Sleeping well”" in read(answer)
        assert ProductPage.objects.exists()
        assert is_whole()

    def test_that_has_no_product_in_use_goes(self, admin_client: Client, product: ProductPage) -> None:
        parent = ProductIndexPage.objects.get()
        admin_client.post(f"/admin/pages/{parent.pk}/delete/")
        assert not ProductPage.objects.exists()
        assert is_whole()


class TestUnpublishing:
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_one_leads_to_where_it_stands_and_tells_what_becomes_of_it(
        self, keeper: Client, product: ProductPage, article: ArticlePage, method: str
    ) -> None:
        answer = getattr(keeper, method)(f"/admin/pages/{product.pk}/unpublish/", follow=True)
        said = read(answer)
        assert "It is still published: it is in use." in said
        assert "Callouts and calls to action Nothing: the box is left out." in said
        assert "Sentences that name it in other words “these drops”, without a link." in said
        product.refresh_from_db()
        assert product.live

    def test_goes_on_once_it_was_told(
        self, keeper: Client, product: ProductPage, article: ArticlePage
    ) -> None:
        keeper.post(f"/admin/pages/{product.pk}/unpublish/", {"uses_known": "on"})
        product.refresh_from_db()
        assert not product.live
        page = BeautifulSoup(keeper.get(article.url).content, "html.parser").main.get_text(" ", strip=True)
        assert "Take Calm Hours™ or these drops at night." in page

    def test_one_that_is_not_in_use_is_asked_about_as_ever(
        self, keeper: Client, product: ProductPage
    ) -> None:
        assert "Are you sure" in read(keeper.get(f"/admin/pages/{product.pk}/unpublish/"))

    def test_some_together_can_go_on(
        self, keeper: Client, product: ProductPage, article: ArticlePage
    ) -> None:
        address = f"/admin/bulk/wagtailcore/page/unpublish/?id={product.pk}&next=/admin/"
        answer = keeper.post(address, {"include_descendants": "on"})
        # One alone leads to its own screen, as it does elsewhere.
        assert answer.headers["Location"].startswith(screen(product))
        other = make_product("Spare", "spare")
        address += f"&id={other.pk}"
        answer = keeper.post(address, {"include_descendants": "on"})
        assert "Nothing is unpublished yet: 1 of these products is in use." in read(answer)
        form = BeautifulSoup(answer.content, "html.parser").select_one("main form[method=post]")
        fields = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
        assert fields["include_descendants"] == "on"
        keeper.post(form["action"], fields)
        assert not ProductPage.objects.live().exists()

    def test_the_page_above_matters_only_with_all_below(
        self, admin_client: Client, product: ProductPage, article: ArticlePage
    ) -> None:
        address = f"/admin/pages/{ProductIndexPage.objects.get().pk}/unpublish/"
        assert "“Sleeping well”" in read(admin_client.post(address, {"include_descendants": "on"}))
        assert ProductIndexPage.objects.live().exists()
        admin_client.post(address)
        assert not ProductIndexPage.objects.live().exists()
        assert ProductPage.objects.live().exists()


def test_publishing_a_product_as_discontinued_tells_in_how_many_articles_it_stands(
    admin_client: Client, product: ProductPage, article: ArticlePage
) -> None:
    request = admin_client.get("/admin/").wsgi_request
    tell_articles(request, product)
    assert list(get_messages(request)) == []
    product.state = "discontinued"
    tell_articles(request, product)
    (told,) = map(str, get_messages(request))
    assert "1 article shows “Calm Hours™”, which is discontinued now. “Sleeping well”" in told
    assert screen(product) in told
