"""What led to an article before it came here goes on leading there: fragments, its path, links of other articles."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from blog.importing.run import Options, import_file
from blog.models import ArticlePage, ImportRecord, Source
from blog.tests.factories import journal
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring_in(tmp_path: Path) -> Any:
    """Return a function that imports articles of a shop, each a handle and a body, by command."""

    def bring(*articles: tuple[str, str], publish: bool = True, **more: Any) -> list[Any]:
        listed = [
            {
                "id": sum(map(ord, handle)),
                "title": handle.replace("-", " ").capitalize(),
                "handle": handle,
                "body": body,
                "blog": {"handle": "news"},
                "publishedAt": "2024-05-01T09:00:00Z",
                "isPublished": True,
                **more,
            }
            for handle, body in articles
        ]
        path = tmp_path / "shop.json"
        path.write_text(json.dumps({"data": {"articles": {"nodes": listed}}}))
        return import_file(path, Options(journal(), publish=publish))

    return bring


def article(handle: str) -> ArticlePage:
    return ArticlePage.objects.get(slug=handle)


def page(client: Client, handle: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(article(handle).url).content, "html.parser")


class TestFragments:
    BODY = '<h2 id="why-tea">Why tea</h2><p>It rests.</p><h2 id="part-2">How to brew</h2><p>Slowly.</p>'

    def test_still_lead_to_their_headings(self, client: Client, bring_in: Any) -> None:
        bring_in(("tea", self.BODY))
        tree = page(client, "tea")
        assert "Why tea" in tree.find(id="why-tea").get_text()
        assert tree.find(id="part-2") is not None
        assert tree.select_one('nav a[href="#how-to-brew"]').get_text(strip=True) == "How to brew"

    def test_stay_when_the_heading_is_renamed_before_it_is_published(
        self, client: Client, bring_in: Any
    ) -> None:
        bring_in(("tea", self.BODY), publish=False)
        draft = article("tea").get_latest_revision_as_object()
        raw = list(draft.body.raw_data)
        raw[0]["value"]["text"] = "What tea is for"
        draft.body = draft.body.stream_block.to_python(raw)
        draft.save_revision().publish()
        assert page(client, "tea").find(id="why-tea") is not None

    def test_one_that_another_heading_would_have_stays_with_the_old_one(
        self, client: Client, bring_in: Any
    ) -> None:
        bring_in(("tea", '<h2 id="brewing">Water</h2><p>Hot.</p><h2>Brewing</h2><p>Slowly.</p>'))
        tree = page(client, "tea")
        links = [link["href"] for link in tree.select("nav.contents ol a")]
        assert links == ["#water", "#brewing-2"]
        assert len(tree.select("#brewing")) == 1

    def test_reserved_and_odd_ones_do_no_harm(self, client: Client, bring_in: Any) -> None:
        bring_in(("tea", '<h2 id="main">Water</h2><p>Hot.</p><h2 id="a b">Leaves</h2><p>Green.</p>'))
        assert len(page(client, "tea").select("#main")) == 1


class TestThePath:
    def test_leads_to_the_article_once_it_is_published(self, client: Client, bring_in: Any) -> None:
        bring_in(("tea", "<p>It rests.</p>"), publish=False)
        assert client.get("/blogs/news/tea/").status_code == 404
        article("tea").get_latest_revision().publish()
        answer = client.get("/blogs/news/tea/")
        assert (answer.status_code, answer["Location"]) == (301, article("tea").url)

    def test_never_takes_the_place_of_a_page(self, client: Client, bring_in: Any) -> None:
        bring_in(("tea", "<p>It rests.</p>"))
        bring_in(("coffee", "<p>It wakes.</p>"), onlineStoreUrl=f"https://shop.example{article('tea').url}")
        assert client.get(article("tea").url).status_code == 200


class TestLinksBetweenArticles:
    FIRST = ("tea", '<p>Read <a href="/blogs/news/coffee#beans">about coffee</a>.</p>')
    SECOND = ("coffee", "<p>It wakes.</p>")

    def linked(self, client: Client) -> str:
        return page(client, "tea").find("a", string="about coffee")["href"]

    def test_lead_to_what_comes_later_in_the_same_import(self, client: Client, bring_in: Any) -> None:
        bring_in(self.FIRST, self.SECOND)
        assert self.linked(client) == article("coffee").url
        record = ImportRecord.objects.get(article=article("tea"))
        assert record.open_links == []
        revisions = article("tea").revisions.count()
        again = bring_in(self.FIRST, self.SECOND)
        assert [one.action for one in again] == ["skip", "skip"]
        assert article("tea").revisions.count() == revisions

    def test_lead_there_once_another_import_brings_it(self, client: Client, bring_in: Any) -> None:
        bring_in(self.FIRST)
        assert ImportRecord.objects.get().open_links == ["/blogs/news/coffee#beans"]
        bring_in(self.SECOND)
        assert self.linked(client) == article("coffee").url
        assert not article("tea").has_unpublished_changes

    def test_say_so_where_they_cannot_lead_to_a_section(self, bring_in: Any) -> None:
        bring_in(("iron", "<h2>Amounts</h2><p>Little.</p>"))
        (said,) = bring_in(("tea", '<p>See <a href="/blogs/news/iron#amounts">how much</a>.</p>'))
        assert [warning for warning in said.warnings if "not to the section" in warning] == [
            "the link to /blogs/news/iron#amounts leads to the beginning of that article, not to the section"
        ]

    def test_are_left_where_somebody_worked_on_the_text_and_told(self, bring_in: Any) -> None:
        bring_in(self.FIRST)
        draft = article("tea").get_latest_revision_as_object()
        draft.standfirst = "Of an editor."
        draft.save_revision()
        bring_in(self.SECOND)
        record = ImportRecord.objects.get(article=article("tea"))
        assert record.open_links == ["/blogs/news/coffee#beans"]
        assert "worked on since" in record.notes[-1]


class TestFootnotes:
    BODY = (
        "<p>Tea helps.<sup>[1]</sup> So does rest.<sup>[2]</sup></p><h2>References</h2><ol>"
        "<li>Smith J. Tea and sleep. J Tea. 2019;3:1-4. doi:10.1000/tea.1</li>"
        "<li>Words of a friend about rest</li></ol>"
    )

    def test_become_sources_that_are_cited(self, client: Client, bring_in: Any) -> None:
        make_product()
        (report,) = bring_in(("tea", self.BODY))
        assert report.footnotes == 2
        assert {source.title for source in Source.objects.all()} == {
            "Tea and sleep",
            "Words of a friend about rest",
        }
        text = " ".join(page(client, "tea").main.get_text(" ").split())
        assert "Tea and sleep" in text
        assert "Words of a friend about rest" in text

    def test_are_found_again(self, bring_in: Any) -> None:
        bring_in(("tea", self.BODY), ("rest", self.BODY))
        assert Source.objects.count() == 2


def test_what_was_hidden_stays_a_draft(bring_in: Any) -> None:
    (report,) = bring_in(("tea", "<p>It rests.</p>"), isPublished=False, publishedAt=None)
    assert not article("tea").live
    assert report.action == "create"


def test_links_to_products_are_mentions_of_them(client: Client, bring_in: Any) -> None:
    product = make_product("Calm Hours™", "calm-hours")
    body = (
        '<p>Take <a href="/products/calm-hours?variant=1">these drops</a> or '
        '<a href="https://shop.example/en-sg/collections/all/products/calm-hours">Calm Hours</a>, not '
        '<a href="/products/gone">what is gone</a>.</p>'
    )
    (report,) = bring_in(("tea", body))
    assert report.products == [{"handle": "calm-hours", "mentions": 2}]
    assert any("/products/gone is not in the catalogue: 1 link" in warning for warning in report.warnings)
    links = page(client, "tea").main.select(f'a[href*="{product.url}"]')
    assert {"these drops", "Calm Hours™"} <= {" ".join(link.get_text().split()) for link in links}
