"""The screen "Articles that mention it"."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry, PageViewRestriction

from blog.mentions import choices
from blog.mentions.queries import related_articles
from blog.models import ArticlePage
from blog.tests.factories import (
    call_to_action,
    callout,
    heading,
    infographic,
    journal,
    make_article,
    mention,
    rewrite,
    text,
)
from products.models import ProductIndexPage, ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> ProductPage:
    return make_product(title="Bone Essential™", handle="bone-essential")


@pytest.fixture
def articles(product: ProductPage) -> list[ArticlePage]:
    """Return an article with a callout, one with an infographic and one that names the product."""
    return [
        make_article(heading("Dosage"), callout(product), callout(product), title="In a callout"),
        make_article(infographic(call_to_action(product)), title="In a picture"),
        make_article(text(f"<p>{mention(product)}</p>"), title="By name"),
    ]


def url(product: ProductPage) -> str:
    return reverse("product_articles", args=[product.pk])


def shown(client: Client, product: ProductPage) -> BeautifulSoup:
    response = client.get(url(product))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one(".product-articles")


def table(page: BeautifulSoup, heading: str) -> dict[str, str]:
    """Return what a table says of each article, by its title."""
    found = page.find("h3", string=heading)
    if found is None:
        return {}
    rows = found.find_next("table").select("tbody tr")
    return {
        row.select_one(".title-wrapper").get_text(strip=True): row.get_text(" ", strip=True) for row in rows
    }


def press(client: Client, product: ProductPage, do: str, article: ArticlePage | None = None) -> Any:
    value = f"{do}:{article.pk}" if article else do
    return client.post(url(product), {"do": value}, follow=True)


def titles(product: ProductPage) -> list[str]:
    return [item.article.title for item in related_articles(product)]


class TestTheList:
    def test_says_of_each_article_why_it_is_where_it_is(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage]
    ) -> None:
        rows = table(shown(editor, product), "On the list")
        assert list(rows) == ["In a callout", "In a picture", "By name"]
        first = rows["In a callout"]
        assert "Shown in a callout, read in “Dosage”, published" in first
        assert "before “In a picture” because a callout counts more than an infographic" in first
        assert "Named in the text" in rows["By name"]

    def test_says_who_pinned_what(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage]
    ) -> None:
        press(editor, product, "pin", articles[2])
        assert titles(product)[0] == "By name"
        assert "Pinned by you," in table(shown(editor, product), "On the list")["By name"]
        entry = PageLogEntry.objects.get(action="blog.pin_article")
        assert (entry.page_id, entry.data) == (product.pk, {"article": articles[2].pk})
        get_user_model().objects.filter(pk=entry.user_id).update(first_name="Ada", last_name="Lim")
        other = Client()
        other.force_login(get_user_model().objects.create_superuser("root"))
        assert "Pinned by Ada Lim," in table(shown(other, product), "On the list")["By name"]

    def test_is_kept_in_the_editors_order_by_its_buttons(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage]
    ) -> None:
        for article in articles:
            press(editor, product, "pin", article)
        press(editor, product, "up", articles[2])
        assert titles(product) == ["In a callout", "By name", "In a picture"]
        press(editor, product, "down", articles[0])
        assert titles(product) == ["By name", "In a callout", "In a picture"]
        press(editor, product, "unpin", articles[0])
        assert titles(product) == ["By name", "In a picture", "In a callout"]

    def test_leaves_out_and_takes_back(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage]
    ) -> None:
        press(editor, product, "exclude", articles[0])
        page = shown(editor, product)
        assert "Left out by you" in table(page, "Left out by editors")["In a callout"]
        assert "In a callout" not in table(page, "On the list")
        press(editor, product, "include", articles[0])
        assert titles(product)[0] == "In a callout"

    def test_undoes_the_last_step_and_only_that(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage]
    ) -> None:
        press(editor, product, "exclude", articles[0])
        assert "Undo the last change" in shown(editor, product).get_text()
        press(editor, product, "undo")
        assert titles(product)[0] == "In a callout"
        assert "Undo the last change" not in shown(editor, product).get_text()
        press(editor, product, "exclude", articles[0])
        choices.pin(product.pk, articles[2].pk)
        assert "Nothing was undone" in press(editor, product, "undo").content.decode()
        assert titles(product) == ["By name", "In a picture"]

    @pytest.mark.parametrize("do", ["", "pin", "pin:x", "pin:-1", "delete:1", "pin:²"])
    def test_does_nothing_for_what_no_button_says(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage], do: str
    ) -> None:
        assert "Nothing was done" in press(editor, product, do).content.decode()
        assert titles(product)[0] == "In a callout"

    def test_says_so_where_no_article_mentions_the_product(
        self, editor: Client, product: ProductPage
    ) -> None:
        assert "No article that shoppers can read mentions" in shown(editor, product).get_text()

    def test_costs_as_many_queries_for_twenty_articles_as_for_three(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage], count_queries: Callable
    ) -> None:
        few = count_queries(lambda: shown(editor, product))
        for number in range(17):
            make_article(callout(product), title=f"Another {number}")
        assert count_queries(lambda: shown(editor, product)) <= few


class TestBesideTheList:
    def test_stands_what_shoppers_cannot_see(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage]
    ) -> None:
        PageViewRestriction.objects.create(page=articles[0], restriction_type="login")
        page = shown(editor, product)
        assert "Private" in table(page, "Not shown to shoppers")["In a callout"]
        assert list(table(page, "On the list")) == ["In a picture", "By name"]

    def test_stand_drafts_that_mention_it(self, editor: Client, product: ProductPage) -> None:
        make_article(callout(product), title="Never published", publish=False)
        changed = make_article(text("<p>Nothing.</p>"), title="Published without")
        rewrite(changed, callout(product), callout(product), publish=False)
        page = " ".join(shown(editor, product).get_text(" ").split())
        assert "Never published : one mention" in page
        assert "Published without : 2 mentions" in page

    def test_stand_articles_about_what_it_replaces(self, editor: Client, product: ProductPage) -> None:
        old = make_product(title="Old", handle="old", state="discontinued", replacement=product)
        article = make_article(callout(old), title="About old")
        row = table(shown(editor, product), "Through products it replaces")["About old"]
        assert "Mentions “Old”, whose place this product takes." in row
        press(editor, product, "exclude", article)
        assert titles(product) == []
        assert "About old" in table(shown(editor, product), "Decided, and of no effect now")

    def test_stand_pins_of_articles_that_mention_it_no_more(
        self, editor: Client, product: ProductPage, articles: list[ArticlePage]
    ) -> None:
        press(editor, product, "pin", articles[0])
        rewrite(articles[0], text("<p>Nothing.</p>"))
        assert (
            "Pinned, but it does not"
            in table(shown(editor, product), "Decided, and of no effect now")["In a callout"]
        )


@pytest.fixture
def count_queries() -> Callable[[Callable], int]:
    def count(do: Callable) -> int:
        with CaptureQueriesContext(connection) as captured:
            do()
        return len(captured)

    return count


def somebody(page: Any, *permissions: str) -> Client:
    """Return the browser of somebody with some permissions on one page, and nothing else."""
    group = Group.objects.create(name="Some")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in permissions:
        permission = Permission.objects.get(
            codename=f"{codename}_page", content_type=ContentType.objects.get(model="page")
        )
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = get_user_model().objects.create_user("some")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("where", "permissions", "may"),
    [
        ("product", ["change"], True),
        ("product", ["publish"], True),
        ("product list", ["change"], True),
        ("journal", ["change"], True),
        ("journal", ["publish"], True),
        ("journal", ["add"], False),
        ("product list", ["add"], False),
        ("other product", ["change", "publish"], False),
        ("article", ["change", "publish"], False),
        ("product", [], False),
    ],
)
def test_who_may_arrange_a_list(
    product: ProductPage, articles: list[ArticlePage], where: str, permissions: list[str], may: bool
) -> None:
    places = {
        "product": product,
        "product list": ProductIndexPage.objects.get(),
        "journal": journal(),
        "other product": make_product(title="Other", handle="other"),
        "article": articles[0],
    }
    client = somebody(places[where], *permissions)
    assert (client.get(url(product)).status_code == 200) is may
    press(client, product, "exclude", articles[0])
    assert ("In a callout" in titles(product)) is not may


@pytest.mark.parametrize("group", ["Editors", "Reviewers", "Catalogue"])
def test_groups_that_work_on_articles_or_products_have_the_screen(
    log_in: Callable[[str], Client], product: ProductPage, articles: list[ArticlePage], group: str
) -> None:
    assert list(table(shown(log_in(group), product), "On the list")) == [
        "In a callout",
        "In a picture",
        "By name",
    ]


def test_the_screen_is_reached_from_the_products_own_pages(
    log_in: Callable[[str], Client], product: ProductPage
) -> None:
    catalogue = log_in("Catalogue")
    for name in ("wagtailadmin_explore", "wagtailadmin_pages:edit"):
        page = catalogue.get(reverse(name, args=[product.pk]), follow=True)
        assert url(product) in page.content.decode()


def test_who_cannot_read_an_article_is_not_told_its_name(
    log_in: Callable[[str], Client], product: ProductPage, articles: list[ArticlePage]
) -> None:
    PageViewRestriction.objects.create(page=articles[0], restriction_type="login")
    make_article(callout(product), title="A secret draft", publish=False)
    catalogue = log_in("Catalogue")
    page = shown(catalogue, product)
    words = page.get_text(" ", strip=True)
    assert "In a callout" not in words
    assert "A secret draft" not in words
    assert "One more article mentions it" in words
    assert list(table(page, "On the list")) == ["In a picture", "By name"]
    assert not page.select(".title-wrapper a")
    assert press(catalogue, product, "pin", articles[0]).status_code == 404
