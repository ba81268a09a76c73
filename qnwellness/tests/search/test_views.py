"""What a reader gets who searches."""

from datetime import UTC, datetime
from html import escape
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import ArticleAuthor
from blog.tests.factories import block, callout, heading, make_article, make_author, mention, text
from products.models import ProductPage
from products.tests.factories import make_product
from qnwellness.search.views import PAGE_SIZE

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def ask(query="", **parameters):
        return client.get("/search/", {"q": query, **parameters})

    return ask


@pytest.fixture
def read(ask):
    def read(query="", **parameters):
        response = ask(query, **parameters)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read


@pytest.fixture
def found(read):
    """Return the titles found for a question, in order."""

    def found(query, **parameters):
        return [link.get_text() for link in read(query, **parameters).select(".results h2 a")]

    return found


def tagged(title, *names, body=(), **fields):
    article = make_article(*body, title=title, publish=False, **fields)
    draft = article.get_latest_revision_as_object()
    draft.tags.add(*names)
    draft.save_revision().publish()
    return article


class TestAnyQuestion:
    @pytest.mark.parametrize(
        "query",
        [
            *[
                '"',
                '"iron',
                'iron"',
                "“”",
                "„iron",
                "«",
                "'",
                "*",
                "(",
                ")",
                "AND",
                "iron OR",
                "NEAR(",
                "-",
                "^",
                "\\",
            ],
            *[
                "title:",
                "iron:*",
                "iron & !table",
                "a",
                "the",
                "™",
                "🙂",
                "🙂 iron",
                "骨",
                "ﷺ",
                "½",
                "x" * 5000,
            ],
            *[
                "iron\0",
                "\0",
                "\ud800",
                "\u202eiron",
                "<script>",
                "%",
                "_",
                "{{ x }}",
                "iron\n\ttable",
                "' OR 1=1 --",
            ],
        ],
    )
    def test_is_answered(self, client, query):
        make_article(title="Iron at the table")
        asked = quote(query, errors="surrogatepass")
        assert client.get(f"/search/?q={asked}").status_code == 200

    @pytest.mark.parametrize(
        "parameters",
        [
            {"kind": "nonsense"},
            {"tag": "nonsense"},
            {"tag": "\0"},
            {"kind": "products", "tag": "x"},
            {"page": "nonsense"},
            {"page": "999"},
            {"page": "-1"},
        ],
    )
    def test_is_answered_whatever_else_the_address_says(self, ask, parameters):
        make_article(title="Iron at the table")
        assert ask("iron", **parameters).status_code == 200

    def test_stands_in_the_form_as_it_was_asked(self, ask):
        assert f'value="{escape("<b>iron")}"' in ask("<b>iron").content.decode()

    @pytest.mark.parametrize(
        "query", ['"iron', '"iron table"', "“iron”", 'table"iron', "IRON!", "irón", "irons"]
    )
    def test_finds_its_words_whatever_stands_around_them(self, found, query):
        make_article(title="Iron at the table")
        assert found(query) == ["Iron at the table"]

    @pytest.mark.parametrize("query", ['"', "“”", '" "', "🙂", "™"])
    def test_of_signs_alone_finds_nothing(self, found, query):
        make_article(title="Iron at the table")
        assert found(query) == []

    def test_is_kept_from_search_engines(self, read):
        assert read("iron").select_one('meta[name="robots"]')["content"] == "noindex"


class TestWhatIsFound:
    def test_holds_all_words_wherever_they_stand(self, found):
        make_article(text("<p>Zinc is in seeds.</p>"), title="Minerals", standfirst="In short.")
        make_article(title="Seeds")
        assert found("zinc seeds") == ["Minerals"]

    def test_stands_in_any_script(self, found):
        make_article(text("<p>骨の健康を守るカルシウム。</p>"), title="骨について")
        make_article(text("<p>हड्डी और कैल्शियम</p>"), title="हड्डी")
        assert found("健康") == ["骨について"]
        assert found("कैल्शियम") == ["हड्डी"]

    def test_is_a_product_by_any_of_its_names_and_keys(self, found):
        make_product(
            title="Bone Essential™",
            handle="bone-essential",
            sku="QN-BE-60",
            gtin="2010000100103",
            other_names=["Skeleton Support"],
            ingredients=[("Calcium", "L-aspartate", "200 mg")],
        )
        for query in ("bone essential", "QN-BE-60", "2010000100103", "skeleton support", "aspartate"):
            assert found(query) == ["Bone Essential™"]

    def test_is_an_article_by_its_tags_and_authors_as_soon_as_it_is_published(self, found):
        tagged("How bone is built", "Skeleton")
        article = make_article(title="Sleep").get_latest_revision_as_object()
        article.bylines = [ArticleAuthor(author=make_author("Ada Lim"))]
        article.save_revision().publish()
        assert found("skeleton") == ["How bone is built"]
        assert found("ada lim") == ["Sleep"]

    def test_is_no_article_by_what_is_said_of_a_product_that_may_be_withdrawn(self, found):
        product = make_product()
        make_article(callout(product, "Because zebras like it."), title="Open")
        assert found("zebras") == []

    def test_is_no_article_by_a_choice_or_an_address_in_its_blocks(self, found):
        note = block("note", {"kind": "caution", "title": "", "text": "<p>Mind this.</p>"})
        make_article(note, heading("Basics"), title="Open")
        assert found("caution") == []
        assert found("mind basics") == ["Open"]

    def test_has_the_words_that_begin_so_where_nothing_has_the_word(self, found, read):
        make_article(title="Magnesium and sleep")
        make_product(title="Evening Magnesium™", handle="evening-magnesium")
        assert set(found("magn")) == {"Magnesium and sleep", "Evening Magnesium™"}
        assert "begin like it" in read("magn").select_one("[role=status]").get_text()

    def test_has_some_of_the_words_where_nothing_has_all(self, found, read):
        make_article(title="Magnesium and sleep")
        assert found("magnesium zebra") == ["Magnesium and sleep"]
        assert "some of them" in read("magnesium zebra").select_one("[role=status]").get_text()

    def test_is_gone_as_soon_as_it_is_not_public(self, found):
        product = make_product(title="Zinc One™", handle="zinc-one")
        article = make_article(title="Zinc at the table")
        assert len(found("zinc")) == 2
        ProductPage.objects.filter(pk=product.pk).update(state="hidden")
        article.view_restrictions.create(restriction_type="login")
        assert found("zinc") == []

    def test_is_gone_when_it_is_deleted(self, found):
        article = make_article(title="Zinc at the table")
        article.delete()
        assert found("zinc") == []


class TestTheOrder:
    """The same on every database."""

    def test_puts_the_title_before_the_standfirst_before_tags_before_the_text(self, found):
        many = text(f"<p>{'Calcium. ' * 40}</p>")
        make_article(many, title="In the text")
        make_article(heading("Where calcium goes"), title="In a heading")
        tagged("In a tag", "Calcium", body=[text("<p>Words.</p>")])
        make_article(title="In the standfirst", standfirst="Where calcium goes.")
        make_article(text("<p>Words.</p>"), title="Calcium in the title")
        assert found("calcium") == [
            "Calcium in the title",
            "In the standfirst",
            "In a tag",
            "In a heading",
            "In the text",
        ]

    def test_puts_the_newer_of_equals_first(self, found):
        for year in (2024, 2026, 2025):
            day = datetime(year, 1, 1, tzinfo=UTC)
            make_article(text("<p>Calcium.</p>"), title=f"Of {year}", published_at=day)
        assert found("calcium") == ["Of 2026", "Of 2025", "Of 2024"]

    def test_puts_a_whole_name_first(self, found):
        make_article(title="Bone essential reading for everyone")
        make_product(title="Bone Essential™", handle="bone-essential")
        assert found("bone essential")[0] == "Bone Essential™"

    def test_puts_words_side_by_side_before_words_apart(self, found):
        make_article(title="Vitamin C and rosehip, vitamin by D")
        make_article(title="Why vitamin D matters")
        assert found("vitamin d")[0] == "Why vitamin D matters"


class TestASnippet:
    def snippet(self, html):
        return html.select_one(".result__snippet")

    def test_shows_the_words_in_their_place_and_marks_them(self, read):
        filler = "Nothing of note stands here. " * 30
        make_article(text(f"<p>{filler}</p><p>Some Magnésium™ rests in bone. {filler}</p>"), title="Minerals")
        snippet = self.snippet(read("magnesium"))
        assert [mark.get_text() for mark in snippet.select("mark")] == ["Magnésium"]
        assert "Some Magnésium™ rests in bone." in snippet.get_text()
        assert len(snippet.get_text()) < 260

    def test_holds_no_markup_of_the_text(self, read):
        make_article(text("<p>Iron <b>&lt;script&gt;</b> &amp; more <i>iron</i></p>"), title="Minerals")
        snippet = self.snippet(read("iron"))
        assert {tag.name for tag in snippet.find_all()} == {"mark"}
        assert "<script> & more" in snippet.get_text()

    def test_of_a_product_keeps_its_parts_apart(self, read):
        make_product(description="<p>Enough for thirty days</p><p>Contains no vitamin D</p>")
        (snippet,) = read("contains").select(".result__snippet")
        assert snippet.get_text() == "Enough for thirty days · Contains no vitamin D"

    def test_leads_to_the_section_it_comes_from(self, read):
        body = [heading("First"), text("<p>Words.</p>"), heading("How much iron?"), text("<p>Eight mg.</p>")]
        make_article(*body, title="Minerals")
        (link,) = read("iron").select(".result__section")
        assert (link["href"], link.get_text()) == ("/blog/minerals/#how-much-iron", "in “How much iron?”")
        assert "Eight mg." in self.snippet(read("iron")).get_text()

    def test_keeps_the_words_of_a_mention_and_nothing_else_of_it(self, read):
        product = make_product(title="Bone Essential™")
        make_article(text(f"<p>Take zinc and {mention(product)} daily.</p>"), title="Minerals")
        assert "Take zinc and Bone Essential™ daily." in self.snippet(read("zinc")).get_text()


class TestTheFilters:
    @pytest.fixture(autouse=True)
    def pages(self):
        tagged("Iron at the table", "Minerals")
        tagged("Iron in plants", "Minerals", "Plants")
        make_product(title="Leaf Iron™", handle="leaf-iron")

    def test_say_what_each_of_them_leaves(self, read):
        shown = [" ".join(link.get_text().split()) for link in read("iron").select(".filters a")]
        assert shown == ["Everything 3", "Articles 2", "Products 1", "Minerals 2", "Plants 1"]

    def test_leave_only_what_they_say(self, found):
        assert set(found("iron", kind="articles")) == {"Iron at the table", "Iron in plants"}
        assert found("iron", kind="products") == ["Leaf Iron™"]
        assert found("iron", tag="plants") == ["Iron in plants"]

    def test_keep_the_question_and_drop_the_page(self, read):
        links = read("iron", page="1", kind="articles").select(".filters a")
        assert all("q=iron" in link["href"] and "page=" not in link["href"] for link in links)

    def test_say_which_of_them_is_chosen_and_can_be_taken_away(self, read):
        html = read("iron", tag="plants")
        (chosen,) = html.select(".chip[aria-current]")
        assert "Plants" in chosen.get_text()
        assert "tag=" not in chosen["href"]
        (kind,) = read("iron", kind="products").select(".filters__kind[aria-current]")
        assert "Products" in kind.get_text()

    def test_that_leave_nothing_offer_to_search_everything(self, read):
        html = read("iron", kind="products", tag="plants")
        (way,) = html.select("[role=status] a")
        assert way["href"] == "?q=iron"


class TestTheList:
    def test_has_pages_that_keep_the_filter(self, read):
        for number in range(PAGE_SIZE + 1):
            make_article(title=f"Iron {number}")
        (onward,) = read("iron", kind="articles").select(".pagination a[rel=next]")
        assert {"q=iron", "kind=articles", "page=2"} == set(onward["href"].lstrip("?").split("&"))
        assert len(read("iron", kind="articles", page="2").select(".results > li")) == 1

    @pytest.mark.slow
    def test_costs_the_same_with_twelve_results_as_with_two(self, ask):
        def cost():
            ask("iron")
            with CaptureQueriesContext(connection) as captured:
                ask("iron")
            return len(captured)

        def more(numbers):
            for number in numbers:
                tagged(f"Iron {number}", f"Tag {number}", body=[heading("Iron"), text("<p>Iron.</p>")])
                make_product(title=f"Iron {number}™", handle=f"iron-{number}", other_names=["Iron again"])

        more(range(1))
        few = cost()
        more(range(1, 8))
        assert cost() == few
        assert few <= 20


class TestWhereNothingIsFound:
    def test_there_is_a_way_on(self, read):
        tagged("Bones at rest", "Magnesium")
        html = read("magnesum")
        assert "Nothing here mentions “magnesum”" in " ".join(
            html.select_one("[role=status]").get_text().split()
        )
        assert [chip.get_text() for chip in html.select(".suggestions .chip")] == ["Magnesium"]
        links = {link["href"] for link in html.select(".suggestions a")}
        assert {"/blog/bones-at-rest/", "/blog/", "/products/", "/search/?q=Magnesium"} <= links

    def test_an_empty_question_is_no_failure(self, read):
        html = read()
        assert not html.select("[role=status]")
        assert html.select_one("label[for=search]").get_text(strip=True)

    def test_no_tag_of_a_draft_is_told(self, read):
        draft = make_article(title="Secret", publish=False).get_latest_revision_as_object()
        draft.tags.add("Zebra")
        draft.save_revision()
        assert "Zebra" not in read("zebras").main.get_text().replace("zebras", "")
