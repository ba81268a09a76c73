"""The section for Shopify themes shows what is in the metafield: words as text, and addresses of the web as links."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from blog.pushing.lists import outgoing
from blog.pushing.shopify.metafield import value_of
from blog.tests.factories import callout, heading, make_article
from products.models import ProductPage
from products.tests.factories import make_image, make_product

from .shopify_theme import ADDRESS, PARTS, SETTINGS, SOURCE, article, markup, rendered, soup, value


class TestACard:
    def test_leads_to_the_section_that_mentions_the_product(self) -> None:
        link = soup(article()).select_one("li a")
        assert (link.text, link["href"]) == ("How bone is built", article()["section"]["url"])

    def test_leads_to_the_article_where_there_is_no_section(self) -> None:
        found = soup(article(section=None))
        assert found.select_one("li a")["href"] == article()["url"]
        assert found.select_one(".qn-related__note").text == "7\xa0min"

    def test_has_a_picture_that_keeps_its_place(self) -> None:
        picture = soup(article()).img
        assert picture["srcset"].endswith("800w")
        assert (picture["width"], picture["height"], picture["loading"], picture["alt"]) == (
            "400",
            "300",
            "lazy",
            "",
        )

    def test_has_no_picture_where_there_is_none(self) -> None:
        assert soup(article(image=None)).img is None

    def test_says_section_and_minutes_as_far_as_settings_want(self) -> None:
        def note(**settings: bool) -> str:
            found = soup(article(), **settings).select_one(".qn-related__note")
            return found.text if found else ""

        assert note() == "Amounts · 7\xa0min"
        assert note(show_section=False) == "7\xa0min"
        assert note(show_minutes=False) == "Amounts"
        assert note(show_section=False, show_minutes=False) == ""


class TestTheList:
    def test_has_as_many_cards_as_the_setting_says(self) -> None:
        cards = [article(title=str(number)) for number in range(10)]
        assert [link.text for link in soup(*cards, articles=4).select("li a")] == ["0", "1", "2", "3"]
        assert len(markup(soup(*cards, articles=4))["subjectOf"]) == 4

    def test_is_headed_in_the_shoppers_language_or_in_the_shops_own_words(self) -> None:
        headings = {code: soup(article(), language=code).h2 for code in ("de", "de-CH", "zh-TW", "en", "fi")}
        told = {code: (found.text, found["lang"]) for code, found in headings.items()}
        assert told["de"] == told["de-CH"] == ("Passende Artikel", "de")
        assert told["zh-TW"] == ("相关文章", "zh")
        assert told["fi"] == told["en"] == ("Related articles", "en")
        own = soup(article(), heading="Lies <mehr>", heading_level="h3").h3
        assert own.text == "Lies <mehr>"
        assert not own.has_attr("lang")

    def test_is_named_by_its_heading(self) -> None:
        found = soup(article())
        assert found.section["aria-labelledby"] == found.h2["id"]

    @pytest.mark.parametrize("nothing", [None, value(), "null", "{}", '"text"', "[]"])
    def test_leaves_no_trace_where_there_is_none(self, nothing: str | None) -> None:
        assert rendered(nothing).strip() == ""
        assert "No article mentions" in rendered(nothing, in_editor=True)

    def test_runs_and_fetches_nothing_but_pictures(self) -> None:
        found = soup(article())
        assert {script["type"] for script in found.select("script")} == {"application/ld+json"}
        assert not found.select("link, iframe, style")
        assert "url(" not in PARTS["stylesheet"]
        assert "@import" not in PARTS["stylesheet"]


class TestWhatSomebodyElseWroteIntoTheMetafield:
    @pytest.mark.parametrize(
        "odd", [None, 7, -1.5, True, "", "text", [], ["a", 1], {}, {"src": 1, "title": []}]
    )
    def test_breaks_no_page(self, odd: object) -> None:
        for name in (*article(), "nothing"):
            found = soup(article(**{name: odd}), article(title="The next"))
            assert [link.text for link in found.select("li a")][-1] == "The next"
            assert markup(found)["subjectOf"][-1]["headline"] == "The next"
        for whole in ({"articles": odd}, odd, {"articles": [odd, odd]}):
            found = BeautifulSoup(rendered(json.dumps(whole)), "html.parser")
            assert not found.select("[href], [src]")


class TestSearchEngines:
    def test_hear_that_the_product_is_the_subject_of_the_articles(self) -> None:
        found = markup(soup(article(), product={"title": 'Iron "plus" </script>'}))
        assert found["@id"] == "/products/iron#product"
        assert found["name"] == 'Iron "plus" </script>'
        # A second product, without an offer, would be reported as an error.
        assert "@type" not in found
        assert found["subjectOf"] == [
            {
                "@type": "BlogPosting",
                "@id": f"{ADDRESS}#article",
                "image": article()["image"]["src"],
                "datePublished": "2026-03-01T09:00:00+08:00",
                "headline": "How bone is built",
                "url": ADDRESS,
            }
        ]

    def test_hear_nothing_where_the_shop_does_not_want_it(self) -> None:
        assert not soup(article(), structured_data=False).select("script")


@pytest.mark.django_db
class TestAListOfOurs:
    @pytest.fixture
    def product(self) -> ProductPage:
        return make_product(title="Bone Essential™", handle="bone-essential")

    def test_is_shown_as_it_is_sent(self, product: ProductPage) -> None:
        make_article(
            heading("Amounts"), callout(product), title="How <bone> is built & kept", hero=make_image()
        )
        sent = outgoing(product).payload
        found = BeautifulSoup(rendered(value_of(sent)), "html.parser")
        (told,) = sent["articles"]
        assert found.select_one("li a").text == "How <bone> is built & kept"
        assert found.select_one("li a")["href"] == told["section"]["url"]
        assert found.img["srcset"] == told["image"]["srcset"]
        assert markup(found)["subjectOf"][0]["url"] == told["url"]

    def test_is_nothing_where_no_article_mentions_the_product(self, product: ProductPage) -> None:
        assert rendered(value_of(outgoing(product).payload)).strip() == ""


def test_every_setting_is_used_and_every_one_used_is_there() -> None:
    used = set(re.findall(r"section\.settings\.(\w+)", SOURCE))
    assert used == set(SETTINGS)
