"""The reports on articles and products, and the numbers of the dashboard that lead to them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Page, PageViewRestriction

from blog.editor.product_reports import REPORTS
from blog.tests.factories import call_to_action, callout, infographic, make_article, mention, text
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
NAMES = [view.index_url_name for view in REPORTS]


@pytest.fixture
def product() -> ProductPage:
    return make_product(title="Bone Essential™", handle="bone-essential")


def lines(client: Client, name: str, query: str = "") -> list[list[str]]:
    """Return the cells of a report's table."""
    response = client.get(reverse(name) + query)
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    rows = page.select("main table tbody tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in rows]


def sheet(client: Client, name: str, query: str = "") -> list[tuple[Any, ...]]:
    """Return the values of a report's file."""
    response = client.get(f"{reverse(name)}?export=xlsx{query}")
    assert response.status_code == 200
    return [tuple(cell.value for cell in row) for row in workbook(response).active.iter_rows()]


def workbook(response: Any) -> Any:
    return load_workbook(BytesIO(b"".join(response.streaming_content)))


def unsellable(product: ProductPage, standing: str) -> None:
    """Bring a product into a standing in which nobody can buy it."""
    products = ProductPage.objects.filter(pk=product.pk)
    if standing == "draft":
        product.unpublish()
    elif standing == "private":
        PageViewRestriction.objects.create(page=product, restriction_type="login")
    elif standing == "replaced":
        products.update(state="discontinued", replacement=make_product(title="Newer", handle="newer"))
    else:
        products.update(state=standing)


class TestUnavailableProducts:
    @pytest.mark.parametrize(
        ("standing", "words"),
        [
            ("out_of_stock", "out of stock"),
            ("discontinued", "discontinued"),
            ("replaced", "replaced → Newer"),
            ("hidden", "hidden"),
            ("draft", "not published"),
            ("private", "private"),
        ],
    )
    def test_are_listed_with_the_reason(
        self, editor: Client, product: ProductPage, standing: str, words: str
    ) -> None:
        make_article(callout(product), title="Promotes it")
        assert lines(editor, "report_unavailable") == []
        unsellable(product, standing)
        (found,) = lines(editor, "report_unavailable")
        assert found[:5] == ["Promotes it", "Bone Essential™", words, "callout", "1"]
        assert len(lines(editor, "report_unavailable", f"?standing={standing}")) == 1
        other = "hidden" if standing != "hidden" else "draft"
        assert lines(editor, "report_unavailable", f"?standing={other}") == []
        assert sheet(editor, "report_unavailable")[1][4] == words

    def test_that_are_deleted_are_told_of_as_well(self, editor: Client, product: ProductPage) -> None:
        make_article(callout(product), title="Shows what is gone")
        make_article(text(f"<p>{mention(product)}</p>"), title="Names what is gone")
        linked = make_article(title="Linked")
        make_article(
            text(f'<p><a linktype="page" id="{linked.pk}">there</a></p>'), title="Links to what is gone"
        )
        Page.objects.get(pk=product.pk).delete()
        linked.delete()
        words = editor.get(reverse("report_unavailable")).content.decode()
        assert "Shows what is gone" in words
        assert "Names what is gone" in words
        assert "Links to what is gone" not in words
        assert [row[0] for row in sheet(editor, "report_unavailable")[1:]] == [
            "Names what is gone",
            "Shows what is gone",
        ]

    def test_are_listed_for_the_catalogue_without_articles_it_may_not_read(
        self, log_in: Callable[[str], Client], product: ProductPage
    ) -> None:
        make_article(callout(product), title="Public")
        private = make_article(callout(product), title="Private")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        unsellable(product, "hidden")
        assert [row[0] for row in lines(log_in("Catalogue"), "report_unavailable")] == ["Public"]


class TestTheOtherReports:
    def test_list_articles_without_a_product(self, editor: Client, product: ProductPage) -> None:
        make_article(callout(product), title="With")
        make_article(text("<p>Nothing.</p>"), title="Without")
        make_article(text("<p>Nothing.</p>"), title="A draft", publish=False)
        assert [row[0] for row in lines(editor, "report_articles_without")] == ["Without"]
        assert lines(editor, "report_articles_without", "?published_at_to=2020-01-01") == []

    def test_list_products_no_article_mentions(self, editor: Client, product: ProductPage) -> None:
        make_article(callout(product))
        old = make_product(title="Old", handle="old")
        make_article(callout(old))
        make_product(title="Never", handle="never")
        new = make_product(title="New", handle="new")
        make_product(title="Hidden", handle="hidden", state="hidden")
        ProductPage.objects.filter(pk=old.pk).update(state="discontinued", replacement=new)
        assert [row[0] for row in lines(editor, "report_products_without")] == ["Never"]

    def test_count_what_is_mentioned_most(self, editor: Client, product: ProductPage) -> None:
        other = make_product(title="Other", handle="other")
        make_article(callout(product), text(f"<p>{mention(product)} {mention(other)}</p>"))
        make_article(infographic(call_to_action(product)), title="Another")
        found = [row[:4] for row in lines(editor, "report_most_mentioned")]
        assert found == [["Bone Essential™", "2", "1", "3"], ["Other", "1", "0", "1"]]

    def test_set_articles_against_products(self, editor: Client, product: ProductPage) -> None:
        other = make_product(title="Other", handle="other")
        make_article(callout(product), callout(product), title="First")
        make_article(callout(product), callout(other), title="Second")
        assert sorted(lines(editor, "report_matrix")) == [["First", "2", "–"], ["Second", "1", "1"]]
        head, *rows = sheet(editor, "report_matrix")
        assert head == ("Article", "Published", "Bone Essential™", "Other")
        assert sorted((row[0], *row[2:]) for row in rows) == [("First", 2, None), ("Second", 1, 1)]
        assert lines(editor, "report_matrix", "?mention=inline") == []


class TestAllReports:
    @pytest.mark.parametrize("name", NAMES)
    def test_are_for_who_works_on_pages(self, log_in: Callable[[str], Client], name: str) -> None:
        assert log_in("Catalogue").get(reverse(name)).status_code == 200
        stranger = Client()
        stranger.force_login(get_user_model().objects.create_user("stranger"))
        assert stranger.get(reverse(name)).status_code == 302

    def test_are_in_the_menu(self, editor: Client) -> None:
        menu = editor.get(reverse("wagtailadmin_home")).content.decode()
        assert all(reverse(name) in menu for name in NAMES)

    @pytest.mark.parametrize("name", NAMES)
    def test_tell_who_keeps_products_nothing_of_private_articles(
        self, log_in: Callable[[str], Client], product: ProductPage, name: str
    ) -> None:
        private = [
            make_article(*body, title="A secret") for body in ([callout(product)], [text("<p>Nothing.</p>")])
        ]
        for article in private:
            PageViewRestriction.objects.create(page=article, restriction_type="login")
        unsellable(product, "out_of_stock")
        catalogue = log_in("Catalogue")
        assert "A secret" not in catalogue.get(reverse(name)).content.decode()
        assert "A secret" not in str(sheet(catalogue, name))

    @pytest.mark.slow
    @pytest.mark.parametrize("name", NAMES)
    def test_cost_as_many_queries_for_many_rows_as_for_few(self, editor: Client, name: str) -> None:
        counts = []
        for number in (*range(2), *range(2, 14)):
            seed(number)
            if number in (1, 13):
                for query in ("", "?export=xlsx"):
                    with CaptureQueriesContext(connection) as captured:
                        response = editor.get(reverse(name) + query)
                        b"".join(response)
                    counts.append(len(captured))
        assert counts[2] <= counts[0]
        assert counts[3] <= counts[1]

    @pytest.mark.parametrize("name", NAMES)
    def test_write_texts_as_texts(self, editor: Client, name: str) -> None:
        for sign in ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "Nul\x00l", "a\x0bb"):
            seed(sign)
        response = editor.get(f"{reverse(name)}?export=xlsx")
        cells = [cell for row in workbook(response).active.iter_rows() for cell in row]
        texts = [cell.value for cell in cells if isinstance(cell.value, str)]
        assert any("=1+1" in text for text in texts)
        assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
        assert "export=csv" not in editor.get(reverse(name)).content.decode().lower()


def seed(name: Any) -> None:
    """Make an article and a product for each report."""
    handle = "p-" + "".join(f"{ord(letter):x}" for letter in str(name))
    out = make_product(title="Out", handle=handle, state="out_of_stock")
    make_article(callout(out), title="In")
    # Titles that no form would take, as an import might.
    ProductPage.objects.filter(pk=out.pk).update(title=_storable(f"{name} out"))
    make_product(title=f"{name} alone".replace("\x00", ""), handle=f"{handle}-alone")
    make_article(
        text("<p>Nothing.</p>"), title=f"{name} without".replace("\x00", ""), slug=f"{handle}-without"
    )
    make_article(callout(out), title=f"{name} with".replace("\x00", ""), slug=f"{handle}-with")


def _storable(title: str) -> str:
    return title.replace("\x00", "")


def numbers(client: Client) -> dict[str, str]:
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    panel = page.find(id="product-numbers-section")
    return {link.get_text(strip=True): link["href"] for link in panel.select("li a")} if panel else {}


class TestTheDashboard:
    def test_says_nothing_where_nothing_is_to_be_done(self, editor: Client, product: ProductPage) -> None:
        make_article(callout(product))
        assert numbers(editor) == {}

    @pytest.mark.parametrize("group", ["Editors", "Catalogue"])
    def test_leads_to_what_needs_somebody(
        self, log_in: Callable[[str], Client], product: ProductPage, group: str
    ) -> None:
        make_article(callout(product))
        make_article(callout(product), title="Another")
        unsellable(product, "out_of_stock")
        make_product(title="Alone", handle="alone")
        client = log_in(group)
        assert numbers(client) == {
            "2 articles show products nobody can buy": reverse("report_unavailable"),
            "1 product is in no article": reverse("report_products_without"),
        }
