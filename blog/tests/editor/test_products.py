"""Names of products are linked from the panel beside the form, and the panel says which there are."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.editor.presenting import Panels
from blog.models import ArticlePage
from blog.tests.factories import block, callout, infographic, line, make_article, mention, rewrite
from blog.tests.factories import heading as stored_heading
from blog.tests.factories import text as stored_text
from products.tests.factories import make_product

from .form import encoded, heading, posted, text

pytestmark = pytest.mark.django_db


def panel(client: Client, page: ArticlePage, *blocks: Any, ids: list[str] | None = None) -> BeautifulSoup:
    response = client.post(
        reverse("article_review:edit", args=[page.pk]), **encoded(posted(*blocks, ids=ids))
    )
    assert response.status_code == 200
    return BeautifulSoup(json.loads(response.content)["products"]["html"], "html.parser")


def said(tree: Any) -> str:
    return " ".join(tree.get_text(" ").split())


def link(client: Client, article: ArticlePage, extent: str = "first", **fields: Any) -> Any:
    latest = ArticlePage.objects.get(pk=article.pk).get_latest_revision()
    version = {"loaded_revision_id": latest.pk, "loaded_revision_created_at": latest.created_at.isoformat()}
    url = reverse("article_review:products", args=[article.pk])
    return client.post(url, {"extent": extent, **version, **fields}, follow=True)


def newest(article: ArticlePage) -> str:
    return str(list(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().body.raw_data))


class TestThePanel:
    def test_counts_names_that_are_written_in_the_unsaved_form(self, editor: Client) -> None:
        product = make_product(price="20")
        words = "<p>Bone Essential. Take Bone Essential™, never Bone Essentials.</p>"
        tree = panel(editor, make_article(), heading("Bone Essential"), text(words), ids=["aaa", "bbb"])
        (row,) = tree.select("[data-product]")
        assert row["data-product"] == str(product.pk)
        assert "Bone Essential™ : 2 times, 0 linked" in said(row)
        assert [mark.get_text() for mark in row.select("mark")] == ["Bone Essential", "Bone Essential™"]
        assert row.select_one("button.products-panel__place")["data-go"] == "body.bbb"
        assert "20.00" in said(row)
        assert [button["value"] for button in row.select("[data-products-link] button")] == ["first", "all"]

    def test_lists_what_is_shown_with_its_sections(self, editor: Client) -> None:
        product = make_product(state="out_of_stock")
        body = [stored_heading("How much"), callout(product), stored_text(f"<p>{mention(product)}</p>")]
        page = make_article(*body)
        response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        tree = BeautifulSoup(response.content, "html.parser").select_one("[data-review=products]")
        row = tree.select_one("[data-product]")
        assert "1 callout · 1 mention" in said(row)
        assert "Out of stock" in said(row)
        (stop,) = row.select(".products-panel__stops button")
        assert (stop.get_text(), stop["data-go"].partition(".product")[0]) == (
            "How much",
            f"body.{body[1]['id']}",
        )

    def test_names_the_successor(self, editor: Client) -> None:
        successor = make_product("Bone Next™", "bone-next")
        product = make_product(state="discontinued", replacement=successor)
        page = make_article(callout(product))
        tree = BeautifulSoup(Panels(page).products_html(), "html.parser")
        assert "Replaced : readers are led to Bone Next™" in said(tree).replace("Replaced:", "Replaced :")

    def test_says_where_a_name_cannot_be_linked(self) -> None:
        make_product()
        points = {"title": "Zinc", "points": [block("item", line("Bone Essential"))]}
        tree = BeautifulSoup(
            Panels(make_article(infographic(block("nutrient", points)))).products_html(), "html.parser"
        )
        assert "Cannot be linked here" in said(tree)
        assert not tree.select("[data-products-link]")

    def test_says_so_where_there_is_none(self, editor: Client) -> None:
        assert "names no product yet" in said(panel(editor, make_article(), heading("A")))

    def test_costs_the_same_for_more_products(self) -> None:
        counts = []
        for number in (1, 6):
            products = [make_product(f"Jar{number}x{n} Plus", f"jar-{number}-{n}") for n in range(number)]
            names = "".join(f"<p>{one.title} and {mention(one)}</p>" for one in products)
            page = ArticlePage.objects.get(pk=make_article(stored_text(names), *map(callout, products)).pk)
            with CaptureQueriesContext(connection) as captured:
                Panels(page).as_json()
            counts.append(len(captured))
        assert counts[0] == counts[1]


class TestLinking:
    @pytest.fixture
    def article(self) -> ArticlePage:
        make_product()
        name = "<p>Bone Essential and Bone Essential.</p>"
        return make_article(stored_heading("A"), stored_text(name), stored_heading("B"), stored_text(name))

    def test_the_first_in_each_section_makes_a_draft_and_offers_to_take_it_back(
        self, editor, article
    ) -> None:
        before = article.get_latest_revision()
        response = link(editor, article)
        assert newest(article).count('linktype="product"') == 2
        assert "linktype" not in str(list(ArticlePage.objects.get(pk=article.pk).body.raw_data))
        message = BeautifulSoup(response.content, "html.parser").select_one(".messages .success")
        assert "2 names are linked now." in said(message)
        undo = message.find("a", string="Undo")
        assert undo["href"] == reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, before.pk])
        form = editor.get(undo["href"])
        assert "linktype=" not in str(list(form.context["page"].body.raw_data))

    def test_all_of_them_and_again_finds_none(self, editor, article) -> None:
        link(editor, article, "all")
        assert newest(article).count('linktype="product"') == 4
        response = link(editor, article, "all")
        assert "no name left to link" in response.content.decode()

    def test_one_product_leaves_the_others(self, editor, article) -> None:
        other = make_product("Plant Glucosamine™", "plant-glucosamine")
        rewrite(article, stored_text("<p>Bone Essential, Plant Glucosamine</p>"))
        link(editor, article, "all", product=other.pk)
        assert newest(article).count('linktype="product"') == 1

    def test_is_refused_where_somebody_saved_another_version(self, editor, article) -> None:
        stale = article.get_latest_revision()
        rewrite(article, stored_text("<p>Bone Essential</p>"), publish=False)
        version = {
            "loaded_revision_id": stale.pk,
            "loaded_revision_created_at": stale.created_at.isoformat(),
        }
        response = link(editor, article, **version)
        assert "somebody has changed the article" in response.content.decode()
        assert "linktype" not in newest(article)

    def test_follows_what_was_saved_automatically(self, editor, article) -> None:
        version = {"overwrite_revision_id": article.get_latest_revision().pk, "loaded_revision_id": 1}
        link(editor, article, **version)
        assert "linktype" in newest(article)

    def test_is_refused_while_the_article_is_locked(self, editor, article) -> None:
        ArticlePage.objects.filter(pk=article.pk).update(locked=True)
        assert "locked" in link(editor, article).content.decode()
        assert "linktype" not in newest(article)

    @pytest.mark.parametrize("fields", [{"extent": "some"}, {"product": "x"}])
    def test_takes_nothing_it_does_not_know(self, editor, article, fields) -> None:
        assert link(editor, article, **fields).status_code == 400

    def test_is_for_who_may_edit_the_article(self, log_in, article) -> None:
        link(log_in("Catalogue"), article)
        assert "linktype" not in newest(article)
