"""What a shopper gets: publish a page, request it, look at its HTML."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup

from blog.models import ArticleAuthor, ArticlePage
from products.models import ProductPage
from products.tests.factories import make_product

from .factories import (
    block,
    call_to_action,
    callout,
    heading,
    infographic,
    line,
    make_article,
    make_author,
    mention,
    text,
)
from .sources.sources import cite, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    return make_product(title="Bone Essential™", handle="bone-essential", summary="Calcium.", price="48.00")


@pytest.fixture
def read(client):
    def read(article):
        response = client.get(article.url)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read


class TestTheContentsList:
    def test_stands_before_the_body_and_leads_to_its_headings(self, read):
        html = read(
            make_article(
                heading("Basics"), text("<p>One.</p>"), heading("Amounts"), heading("For adults", "3")
            )
        )
        (nav,) = html.select('nav:has(a[href="#basics"])')
        assert [link["href"] for link in nav.select("a")] == ["#basics", "#amounts", "#for-adults"]
        for link in nav.select("a"):
            (target,) = html.select(f'[id="{link["href"][1:]}"]')
            assert target in nav.find_all_next()

    def test_is_named_by_its_visible_heading(self, read):
        html = read(make_article(heading("Basics"), heading("Amounts")))
        nav = html.select_one("nav:has(a[href='#basics'])")
        assert html.select_one(f"#{nav['aria-labelledby']}").get_text(strip=True)

    @pytest.mark.parametrize("body", [[], [heading("Only one")]])
    def test_is_left_out_where_there_is_nothing_to_choose(self, read, body):
        html = read(make_article(*body, text("<p>Words.</p>")))
        assert not html.select('nav a[href^="#only"]')

    def test_gives_a_heading_of_the_contents_only_a_target_without_words(self, read):
        html = read(make_article(heading("Introduction", "contents"), text("<p>One.</p>"), heading("More")))
        assert html.select_one('nav a[href="#introduction"]').get_text(strip=True) == "Introduction"
        assert html.select_one("#introduction").get_text(strip=True) == ""

    def test_leads_into_the_body_where_an_infographic_has_the_same_words(self, read):
        panel = block(
            "benefits",
            {"title": "Basics", "benefits": [block("item", {"title": "Amounts", "text": line("x")})]},
        )
        html = read(make_article(infographic(panel, title="Basics"), heading("Basics"), heading("Amounts")))
        for anchor in ("basics", "amounts"):
            (target,) = html.select(f'[id="{anchor}"]')
            assert target.name == "h2"

    def test_ends_with_the_sources_of_an_article_that_cites(self, read):
        cited = text(f"<p>It was studied.{cite(make_source())}</p>")
        html = read(make_article(heading("Basics"), heading("For adults", "3"), heading("Amounts"), cited))
        (nav,) = html.select('nav:has(a[href="#basics"])')
        assert [link["href"] for link in nav.select("a")] == [
            "#basics",
            "#for-adults",
            "#amounts",
            "#sources",
        ]
        assert html.select_one("section#sources")

    def test_never_shares_an_id_with_anything_else_on_the_page(self, read, product):
        def same():
            return [heading("Same"), infographic(call_to_action(product), title="Same"), callout(product)]

        html = read(make_article(*same(), *same(), heading("Main"), heading("Contents")))
        ids = [element["id"] for element in html.select("[id]")]
        assert len(ids) == len(set(ids))


class TestTheHead:
    def test_shows_title_standfirst_authors_date_and_reading_time(self, read):
        article = make_article(
            text(f"<p>{'word ' * 500}</p>"),
            title="How bone is built",
            standfirst="Every day some is taken down.",
            published_at=datetime(2026, 11, 1, 23, 30, tzinfo=ZoneInfo("Asia/Singapore")),
        )
        draft = article.get_latest_revision_as_object()
        draft.bylines = [
            ArticleAuthor(author=make_author("Ada Lim")),
            ArticleAuthor(author=make_author("Bo Tan")),
        ]
        draft.save_revision().publish()
        html = read(article)
        head = html.select_one("main").get_text(" ", strip=True)
        assert html.h1.get_text(strip=True) == "How bone is built"
        for words in ("Every day some is taken down.", "Ada Lim", "Bo Tan", "1 Nov 2026", "2 min"):
            assert words in head
        assert html.select_one("time")["datetime"].startswith("2026-11-01")

    def test_says_who_writes_before_any_product_is_named(self, read, product):
        html = read(make_article(text(f"<p>{mention(product)}</p>"))).select_one("main").get_text()
        assert html.index("By the company that makes the products named here") < html.index("Bone Essential™")

    def test_does_not_speak_of_products_where_none_is_named(self, read):
        assert "the products named here" not in read(make_article(text("<p>Words.</p>"))).get_text()

    def test_lets_what_an_article_does_not_have_vanish(self, read):
        html = read(make_article(text("<p>Words.</p>")))
        assert "None" not in html.get_text()
        assert not html.select("main img")
        assert "By \n" not in html.get_text()


class TestProductsInAnArticle:
    def body(self, product):
        return [
            heading("One"),
            text(f"<p>Take {mention(product)} or {mention(product, 'the calcium', 'own')} daily.</p>"),
            callout(product, "Because it fits."),
            infographic(call_to_action(product, title="Next", link_label="Read on")),
        ]

    def test_lead_to_the_product(self, read, product):
        html = read(make_article(*self.body(product)))
        assert [link.get_text() for link in html.select("a.mention")] == ["Bone Essential™", "the calcium"]
        links = [link for link in html.select("main a") if link.get("href") == product.url]
        assert len(links) >= 4
        assert "48.00" in html.get_text()

    def test_show_a_new_name_and_price_without_the_article_being_touched(self, read, product):
        article = make_article(*self.body(product))
        draft = ProductPage.objects.get(pk=product.pk)
        draft.title, draft.price = "Bone Basis™", "52.00"
        draft.save_revision().publish()
        html = read(article)
        assert [link.get_text() for link in html.select("a.mention")] == ["Bone Basis™", "the calcium"]
        assert "52.00" in html.get_text()
        assert "48.00" not in html.get_text()
        assert "Bone Essential™" not in html.get_text()

    @pytest.mark.parametrize("fate", ["draft", "hidden", "private", "deleted"])
    def test_leave_their_words_and_nothing_else_when_a_shopper_may_not_see_them(self, read, product, fate):
        article = make_article(*self.body(product))
        product.title, product.summary = "Secret name", "Secret summary"
        if fate == "draft":
            product.save()
            product.unpublish()
        elif fate == "hidden":
            product.state = "hidden"
            product.save()
        elif fate == "private":
            product.save()
            product.view_restrictions.create(restriction_type="login")
        else:
            product.delete()
        html = read(article)
        shown = html.get_text(" ", strip=True)
        assert "Take Bone Essential™ or the calcium daily." in " ".join(shown.split())
        for leaked in ("Secret", "None", "48.00", "Because it fits."):
            assert leaked not in shown
        assert not html.select("a.mention")
        assert not [link for link in html.select("main a") if not link.get("href")]
        assert "bone-essential" not in str(html.main)

    @pytest.mark.parametrize(
        ("state", "has_price"), [("live", True), ("out_of_stock", True), ("discontinued", False)]
    )
    def test_show_a_price_only_where_there_is_one_to_pay(self, read, product, state, has_price):
        ProductPage.objects.filter(pk=product.pk).update(state=state)
        html = read(make_article(callout(product)))
        assert ("48.00" in html.get_text()) is has_price


class TestLinksToPages:
    def test_keep_their_words_only_when_the_page_is_a_draft(self, read):
        secret = make_article(title="Secret plans", publish=False)
        html = read(
            make_article(text(f'<p>See <a linktype="page" id="{secret.pk}">that one</a>.</p>'), title="Open")
        )
        assert "See that one." in html.main.get_text()
        assert "secret-plans" not in str(html)

    @pytest.mark.slow
    def test_of_twenty_paragraphs_are_loaded_together(self, read, django_assert_max_num_queries):
        pages = [make_article(title=f"Page {number}") for number in range(20)]
        links = [text(f'<p><a linktype="page" id="{page.pk}">more</a></p>') for page in pages]
        html = read(make_article(*links, title="Linking"))
        assert len([link for link in html.select("main a") if "/blog/page-" in link.get("href", "")]) == 20


class TestEveryBlock:
    def test_is_shown(self, read, product):
        table = {
            "columns": [{"type": "text", "heading": "Food"}, {"type": "text", "heading": "µg"}],
            "rows": [{"values": ["Salmon", "11"]}],
            "caption": "Vitamin D in food",
        }
        html = read(
            make_article(
                block("quote", {"text": "Bone looks still.", "attribution": "A textbook"}),
                block("table", {"table": table, "first_column_is_header": True}),
                block("note", {"kind": "caution", "title": "Mind this", "text": "<p>Not with that.</p>"}),
                block("note", {"kind": "doctor", "title": "", "text": "<p>Ask first.</p>"}),
                infographic(
                    block(
                        "nutrient",
                        {
                            "title": "D3",
                            "points": [block("item", line("One point"))],
                            "sources_label": "In food",
                            "sources": "fish",
                        },
                    ),
                    block(
                        "dosage",
                        {
                            "title": "Daily",
                            "doses": [
                                block("item", {"substance": "D3", "amount": line("15 µg"), "note": ""})
                            ],
                        },
                    ),
                ),
            )
        )
        shown = " ".join(html.main.get_text(" ", strip=True).split())
        for words in (
            "Bone looks still.",
            "A textbook",
            "Mind this",
            "Not with that.",
            "Ask first.",
            "One point",
            "15 µg",
        ):
            assert words in shown
        assert html.select_one("blockquote")
        assert html.select_one("table caption").get_text(strip=True) == "Vitamin D in food"
        assert html.select_one('table th[scope="row"]').get_text(strip=True) == "Salmon"
        assert len(html.select('table th[scope="col"]')) == 2


class TestWhatMachinesRead:
    def test_is_one_graph_with_nothing_that_could_end_it(self, read):
        html = read(make_article(text("<p>x</p>"), title="A </script><script>alert(1)</script> title & more"))
        (data,) = html.select('script[type="application/ld+json"]')
        graph = {node["@type"]: node for node in json.loads(data.string)["@graph"]}
        assert graph["BlogPosting"]["headline"] == "A </script><script>alert(1)</script> title & more"
        assert graph["BlogPosting"]["datePublished"]
        assert graph["BreadcrumbList"]["itemListElement"][0]["name"] == "Journal"

    def test_names_the_page_and_its_address(self, read):
        article = make_article(title="How bone is built", standfirst="In short.")
        html = read(article)
        assert html.title.get_text(strip=True).startswith("How bone is built")
        assert html.select_one('link[rel="canonical"]')["href"] == article.get_full_url()


class TestThePublishedDate:
    def test_is_the_minute_of_first_publishing_unless_an_editor_says_otherwise(self):
        article = make_article(title="Undated")
        assert article.published_at == article.first_published_at.replace(second=0, microsecond=0)

    def test_stays_when_the_article_is_published_again(self):
        article = make_article(title="Undated")
        first = article.published_at
        article.get_latest_revision_as_object().save_revision().publish()
        assert ArticlePage.objects.get(pk=article.pk).published_at == first
