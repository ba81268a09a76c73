"""How an article and its infographics are shared: what networks, other sites and readers are given."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from blog.describing.poster import CARD, PIN, POSTER, TITLE, pictured
from blog.models import ArticlePage, Fact
from blog.templatetags.poster_tags import LONGEST_ALT
from blog.tests.factories import block, call_to_action, infographic, make_article, text
from blog.tests.posters.test_views import figure
from products.tests.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client):
    def get(article):
        response = client.get(article.url)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return get


def meta(page, name):
    found = page.find("meta", attrs={"property": name}) or page.find("meta", attrs={"name": name})
    return found and found["content"]


def images(page):
    data = json.loads(page.find("script", type="application/ld+json").string)
    (post,) = [node for node in data["@graph"] if node["@type"] == "BlogPosting"]
    return post.get("image")


class TestASharedArticle:
    def test_shows_its_first_infographic_as_a_card(self, read):
        article = make_article(text("<p>Words.</p>"), figure("First"), figure("Second"))
        page = read(article)
        assert meta(page, "og:image") == pictured(article)[0].url(CARD)
        assert meta(page, "og:image").startswith("http://localhost/infographics/")
        assert meta(page, "og:image:type") == "image/png"
        assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
        assert meta(page, "og:image:alt").startswith("First")
        assert meta(page, "twitter:card") == "summary_large_image"

    def test_shows_its_title_as_a_card_where_it_has_no_infographic(self, read):
        page = read(make_article(text("<p>Words.</p>"), title="How bone is built"))
        assert f"/{TITLE}/" in meta(page, "og:image")
        assert meta(page, "og:image:alt").startswith("How bone is built")

    def test_shows_the_picture_an_editor_chose_before_anything_else(self, read):
        article = make_article(figure(), social_picture=make_image("Ours", description="A jar"))
        page = read(article)
        assert "/media/" in meta(page, "og:image")
        assert meta(page, "og:image:type") == "image/jpeg"
        assert meta(page, "og:image:alt") == "A jar"

    def test_gives_its_card_another_address_when_a_fact_changes(self, read):
        fact = Fact.objects.create(statement="Calcium", low=30, high=40, unit="%")
        article = make_article(figure(fact=fact.pk))
        before = meta(read(article), "og:image")
        fact.low = 35
        fact.save()
        assert meta(read(article), "og:image") != before

    def test_tells_search_engines_of_its_leading_picture_or_else_of_its_card(self, read):
        bare = make_article(figure(), title="Bare")
        assert images(read(bare)) == [pictured(bare)[0].url(CARD)]
        dressed = make_article(figure(), title="Dressed", hero=make_image())
        assert all("/media/" in url for url in images(read(dressed)))

    def test_that_repeats_another_one_shows_the_card_of_that(self, read):
        article = make_article(figure())
        alias = article.create_alias(update_slug="again")
        page = read(ArticlePage.objects.get(pk=alias.pk))
        assert meta(page, "og:image") == pictured(article)[0].url(CARD)


class TestSharingAnInfographic:
    @pytest.fixture
    def article(self):
        return make_article(figure("Calcium, taken up"), figure("Another"), slug="bone")

    @pytest.fixture
    def share(self, article, read):
        return read(article).select(".infographic details.share")[0]

    def test_offers_its_pictures(self, share, article):
        shown = pictured(article)[0]
        downloads = [a["href"] for a in share.select("a[download]")]
        assert downloads == [shown.url(name) for name in (POSTER, PIN, CARD)]

    def test_offers_the_address_of_the_figure_itself(self, share, article, read):
        link = share.select_one("a[data-copies-itself]")["href"]
        address, _hash, anchor = link.partition("#")
        assert address == article.full_url
        assert read(article).find(id=anchor).get_text() == "Calcium, taken up"

    def test_offers_code_that_shows_it_elsewhere(self, share, article):
        code = BeautifulSoup(share.input["value"], "html.parser")
        image, links = code.figure.img, code.select("a")
        assert image["src"] == pictured(article)[0].url(PIN)
        assert (image["width"], image["height"]) == ("500", "750")
        assert image["alt"].startswith("Calcium, taken up")
        assert all(link["rel"] == ["nofollow"] for link in links)
        assert [link["href"].partition("#")[0] for link in links] == [article.full_url, "http://localhost/"]
        caption = code.figcaption.get_text()
        assert caption.startswith("Calcium, taken up, ")
        assert "does not replace the advice of a doctor" in caption
        assert "\n" not in share.input["value"]

    def test_says_titles_only_to_those_who_do_not_see_it_elsewhere(self, read):
        code = BeautifulSoup(
            read(make_article(figure("Long " * 80))).select_one("details.share").input["value"], "html.parser"
        )
        assert 100 < len(code.figure.img["alt"]) <= LONGEST_ALT

    def test_is_offered_under_each_infographic_with_what_is_its_own(self, read, article):
        shares = read(article).select("details.share")
        assert len(shares) == 2
        assert len({share.input["value"] for share in shares}) == 2

    def test_works_without_scripts(self, share):
        assert share.input.has_attr("readonly")
        assert share.label.input is share.input
        assert not share.select("button")

    def test_keeps_hostile_words_words(self, read):
        hostile = "\"'><script>alert(1)</script>&amp;"
        article = make_article(figure(hostile))
        page = read(article)
        share = page.select_one("details.share")
        assert {script.get("type") for script in page.select("script")} == {"module", "application/ld+json"}
        assert not [script for script in page.select("script[type=module]") if script.get_text()]
        code = BeautifulSoup(share.input["value"], "html.parser")
        assert not code.find("script")
        assert code.figure.img["alt"].startswith(hostile)
        assert code.figcaption.get_text().startswith(hostile)

    def test_names_the_site(self, read, article):
        Site.objects.update(site_name="Leaf & Bone")
        code = BeautifulSoup(read(article).select_one("details.share").input["value"], "html.parser")
        assert code.figcaption.a.get_text() == "Leaf & Bone"

    def test_is_not_offered_in_a_preview(self, article):
        request_html = article.make_preview_request().content.decode()
        assert "infographic" in request_html
        assert "details" not in [
            tag.name for tag in BeautifulSoup(request_html, "html.parser").select(".share")
        ]
        assert "/infographics/" not in request_html

    def test_is_not_offered_to_those_who_may_see_a_private_article(self, article, admin_client):
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
        html = admin_client.get(article.url).content.decode()
        assert "Calcium, taken up" in html
        assert "/infographics/" not in html

    def test_is_not_offered_for_an_article_whose_time_is_over(self, article, client):
        ArticlePage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
        assert "/infographics/" not in client.get(article.url).content.decode()

    def test_of_an_article_that_repeats_another_one_shares_that_one(self, article, read):
        alias = article.create_alias(update_slug="again")
        share = read(ArticlePage.objects.get(pk=alias.pk)).select_one("details.share")
        assert share.select_one("a[download]")["href"] == pictured(article)[0].url(POSTER)
        assert share.select_one("a[data-copies-itself]")["href"].startswith(article.full_url)


class TestAnInfographicOfAnotherArticle:
    @pytest.fixture
    def lender(self):
        return make_article(text("<p>Words.</p>"), figure("Lent"), title="Lender")

    @pytest.fixture
    def page(self, lender, read):
        borrowed = block("borrowed_infographic", {"article": lender.pk, "title": ""})
        return read(make_article(borrowed, title="Borrower"))

    def test_is_shared_as_what_it_is_where_it_belongs(self, page, lender, client):
        share = page.select_one("details.share")
        anchor = pictured(lender)[0].block.replace("-", "")[:8]
        assert share.select_one("a[data-copies-itself]")["href"] == f"{lender.full_url}#infographic-{anchor}"
        for name, link in zip((POSTER, PIN, CARD), share.select("a[download]"), strict=True):
            response = client.get(link["href"])
            assert response.status_code == 302
            assert response["Location"] == pictured(lender)[0].url(name)

    def test_is_embedded_with_its_titles(self, page, lender):
        code = BeautifulSoup(page.select_one("details.share").input["value"], "html.parser")
        titles = [panel.title for panel in pictured(lender)[0].poster.panels]
        assert titles
        assert code.figure.img["alt"] == " · ".join(["Lent", *titles])

    def test_of_an_alias_is_pictured_where_it_was_first(self, lender, read, client):
        alias = lender.create_alias(update_slug="again")
        borrowed = block("borrowed_infographic", {"article": alias.pk, "title": ""})
        share = read(make_article(borrowed, title="Borrower")).select_one("details.share")
        assert share.select_one("a[data-copies-itself]")["href"].startswith(f"{lender.full_url}#")
        for name, link in zip((POSTER, PIN, CARD), share.select("a[download]"), strict=True):
            assert client.get(link["href"])["Location"] == pictured(lender)[0].url(name)
        code = BeautifulSoup(share.input["value"], "html.parser")
        assert client.get(code.img["src"]).status_code == 302

    def test_does_not_make_the_card_of_the_article_that_shows_it(self, page):
        assert f"/{TITLE}/" in meta(page, "og:image")


class TestAPageThatIsShared:
    def test_asks_for_nothing_more_however_much_it_can_share(self, client, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def count(article):
            client.get(article.url)
            with CaptureQueriesContext(connection) as captured:
                client.get(article.url)
            return len(captured)

        facts = [Fact.objects.create(statement=f"Fact {n}", low=n + 1, unit="%") for n in range(6)]
        few = make_article(figure("One", fact=facts[0].pk), title="Few")
        many = make_article(
            *[figure(f"Number {n}", fact=fact.pk) for n, fact in enumerate(facts)],
            infographic(call_to_action()),
            title="Many",
        )
        assert count(many) <= count(few) + 1

    def test_leads_back_from_the_list_to_each_figure_it_shows(self, read):
        fact = Fact.objects.create(statement="Calcium", low=30, high=40, unit="%")
        stated = f'<p><a linktype="fact" id="{fact.pk}">30–40%</a></p>'
        panel = block("statistic", {"title": "Up", "figure": stated, "context": stated, "citations": []})
        page = read(make_article(infographic(panel)))
        marks = [link["id"] for link in page.select(".infographic__panels a.fact")]
        assert marks == ["stated-1-1", "stated-1-2"]
        assert [link["href"] for link in page.select("a[role=doc-backlink]")] == [
            f"#{mark}" for mark in marks
        ]
