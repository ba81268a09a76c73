"""Replacing, discontinuing or hiding a product that articles show: what is told first, what happens, who may."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import ArticlePage
from blog.tests.factories import callout, heading, make_article, mention, text
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


def logged_in(client: Client, group: str) -> Client:
    """Log in somebody of a group."""
    user = User.objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


@pytest.fixture
def catalogue(client: Client) -> Client:
    """Return the keeper of the catalogue, who edits no article."""
    return logged_in(client, "Catalogue")


@pytest.fixture
def product() -> ProductPage:
    """Return the product that is to go."""
    return make_product("Calm Hours™", "calm-hours", price=10)


@pytest.fixture
def successor() -> ProductPage:
    """Return what takes its place."""
    return make_product("Still Hours™", "still-hours", price=12)


@pytest.fixture
def article(product: ProductPage) -> ArticlePage:
    """Return an article that shows it."""
    return make_article(
        heading("Rest"),
        text(f"<p>Take {mention(product)} or {mention(product, 'these drops', 'own')}.</p>"),
        callout(product),
        title="Sleeping well",
    )


def send(client: Client, product: ProductPage, way: str, replacement: Any = "", **more: str) -> Any:
    """Send the form; `confirmed="on"` does what it says."""
    pk = replacement.pk if replacement else ""
    address = f"/admin/articles/products/{product.pk}/"
    return client.post(address, {"way": way, "replacement": pk, **more}, follow=True)


def read(answer: Any) -> str:
    """Return what a page says, in one line."""
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def test_replacing_is_shown_first_and_then_holds_everywhere_at_once(
    catalogue: Client, product: ProductPage, successor: ProductPage, article: ArticlePage
) -> None:
    said = read(send(catalogue, product, "replace", successor))
    assert "“Still Hours™” (S$ 12.00 · In stock), which takes the place of “Calm Hours™”." in said
    assert "“Calm Hours™ (now Still Hours™)”, which leads to “Still Hours™”." in said
    assert "“these drops”, which leads to “Still Hours™”." in said
    product.refresh_from_db()
    assert product.state == "live"

    before = ArticlePage.objects.values("latest_revision", "last_published_at", "body").get(pk=article.pk)
    done = read(send(catalogue, product, "replace", successor, confirmed="on"))
    assert "“Still Hours™” takes its place, in 1 article at once." in done
    product.refresh_from_db()
    assert (product.state, product.replacement) == ("discontinued", successor)
    assert before == ArticlePage.objects.values("latest_revision", "last_published_at", "body").get(
        pk=article.pk
    )
    page = BeautifulSoup(catalogue.get(article.url).content, "html.parser").main
    assert len(page.select(f"a[href*='{successor.url}']")) >= 2


@pytest.mark.parametrize(("way", "state"), [("discontinue", "discontinued"), ("hide", "hidden")])
def test_discontinuing_and_hiding(
    catalogue: Client, product: ProductPage, article: ArticlePage, way: str, state: str
) -> None:
    send(catalogue, product, way)
    product.refresh_from_db()
    assert product.state == "live"
    send(catalogue, product, way, confirmed="on")
    product.refresh_from_db()
    assert product.state == state
    assert product.get_latest_revision_as_object().state == state


def test_a_draft_beside_the_published_product_stays_a_draft(
    catalogue: Client, product: ProductPage, successor: ProductPage
) -> None:
    draft = product.get_latest_revision_as_object()
    draft.summary = "Not out yet."
    draft.save_revision()
    send(catalogue, product, "replace", successor, confirmed="on")
    product = ProductPage.objects.get(pk=product.pk)
    assert (product.state, product.summary) == ("discontinued", "")
    newest = product.get_latest_revision_as_object()
    assert (newest.state, newest.replacement, newest.summary) == ("discontinued", successor, "Not out yet.")
    assert product.has_unpublished_changes


class TestRefuses:
    def test_nothing_in_its_place(self, catalogue: Client, product: ProductPage) -> None:
        assert "Choose the product that takes its place." in read(send(catalogue, product, "replace"))

    def test_itself(self, catalogue: Client, product: ProductPage) -> None:
        said = read(send(catalogue, product, "replace", product, confirmed="on"))
        assert "A product cannot take its own place." in said

    def test_a_circle(self, catalogue: Client, product: ProductPage, successor: ProductPage) -> None:
        third = make_product("Third", "third", replacement=product, state="discontinued")
        ProductPage.objects.filter(pk=successor.pk).update(replacement=third)
        said = read(send(catalogue, product, "replace", successor, confirmed="on"))
        assert "is itself replaced by this one" in said

    @pytest.mark.parametrize("state", ["hidden", "discontinued"])
    def test_what_readers_cannot_buy_or_see(
        self, catalogue: Client, product: ProductPage, successor: ProductPage, state: str
    ) -> None:
        ProductPage.objects.filter(pk=successor.pk).update(state=state)
        answer = send(catalogue, product, "replace", successor, confirmed="on")
        assert answer.context["form"].errors["replacement"]

    def test_a_draft(self, catalogue: Client, product: ProductPage, successor: ProductPage) -> None:
        successor.unpublish()
        answer = send(catalogue, product, "replace", successor, confirmed="on")
        assert answer.context["form"].errors["replacement"]
        product.refresh_from_db()
        assert product.state == "live"

    @pytest.mark.parametrize("group", ["Editors", "Reviewers", "Importers"])
    def test_whoever_may_not_publish_products(self, client: Client, product: ProductPage, group: str) -> None:
        logged_in(client, group)
        address = f"/admin/articles/products/{product.pk}/"
        # Wagtail answers a refused request by the way home with a message.
        assert client.get(address).status_code == 302
        assert client.post(address, {"way": "hide", "confirmed": "on"}).status_code == 302
        product.refresh_from_db()
        assert product.state == "live"

    def test_a_product_with_a_version_on_the_schedule(self, catalogue: Client, product: ProductPage) -> None:
        draft = product.get_latest_revision_as_object()
        draft.go_live_at = timezone.now() + timedelta(days=1)
        draft.save_revision().publish()
        send(catalogue, product, "discontinue", confirmed="on")
        found = ProductPage.objects.get(pk=product.pk)
        assert (found.state, found.approved_schedule) == ("live", True)

    def test_a_locked_product(self, catalogue: Client, product: ProductPage) -> None:
        ProductPage.objects.filter(pk=product.pk).update(
            locked=True, locked_by=User.objects.create_user("other")
        )
        send(catalogue, product, "hide", confirmed="on")
        product.refresh_from_db()
        assert product.state == "live"


def test_the_number_of_queries_does_not_grow_with_articles(
    admin_client: Client, product: ProductPage
) -> None:
    address = f"/admin/articles/products/{product.pk}/?for=unpublish"

    def count() -> int:
        admin_client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin_client.get(address)
        return len(queries)

    make_article(callout(product), title="First")
    one = count()
    for number in range(6):
        make_article(callout(product), text(f"<p>{mention(product)}.</p>"), title=f"Other {number}")
    assert count() == one


class TestTheProductsForm:
    def test_refuses_a_circle(self, product: ProductPage, successor: ProductPage) -> None:
        form_class = ProductPage.get_edit_handler().get_form_class()
        ProductPage.objects.filter(pk=successor.pk).update(replacement=product)
        successor.refresh_from_db()
        for replacement, said in ((product, "own place"), (successor, "itself replaced")):
            form = form_class({"replacement": replacement.pk}, instance=product)
            form.is_valid()
            assert said in str(form.errors["replacement"])
