import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText

from blog.reading import words
from blog.tests.factories import block, heading, infographic, make_article, rewrite, text
from blog.tests.sources.sources import cite, cited_in_panel, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def page_of(client):
    """Return a function: stored blocks -> the published article as a reader gets it."""

    def read(*body, **fields):
        return BeautifulSoup(client.get(make_article(*body, **fields).url).content, "html.parser")

    return read


def panel(kind, *sources, **value):
    return block(kind, {"title": "A panel", **value, "citations": cited_in_panel(*sources)})


def marks(page):
    return [(mark["id"], mark["href"], mark.text) for mark in page.select(".citation a")]


def entries(page):
    return [entry["id"] for entry in page.select("#sources li")]


class TestACitation:
    def test_is_a_number_that_leads_to_the_list(self, page_of):
        page = page_of(text(f"<p>Bone is kept {cite(make_source())}.</p>"))
        [mark] = page.select("sup.citation > a")
        assert (mark.text, mark["href"], mark["id"]) == ("1", "#source-1", "cite-1-1")
        assert (mark["role"], mark["aria-label"]) == ("doc-noteref", "Source 1: Knapen 2013")
        assert page.select_one(".prose p").text == "Bone is kept1."

    def test_is_numbered_by_first_use_across_text_and_panels_in_document_order(self, page_of):
        first, second, third = (make_source(f"Source {n}") for n in range(3))
        page = page_of(
            text(f"<p>A {cite(second)} and b {cite(first)}.</p>"),
            infographic(panel("nutrient", third, second, points=[]), panel("synergy", first, points=[])),
            block("note", {"kind": "caution", "title": "", "text": f"<p>Mind {cite(third)}</p>"}),
        )
        assert marks(page) == [
            ("cite-1-1", "#source-1", "1"),
            ("cite-2-1", "#source-2", "2"),
            ("cite-3-1", "#source-3", "3"),
            ("cite-1-2", "#source-1", "1"),
            ("cite-2-2", "#source-2", "2"),
            ("cite-3-2", "#source-3", "3"),
        ]
        assert [re.search(r"Source \d", entry.text)[0] for entry in page.select("#sources li")] == [
            "Source 1",
            "Source 0",
            "Source 2",
        ]

    @pytest.mark.parametrize("kind", ["nutrient", "synergy", "dosage", "benefits"])
    def test_may_stand_in_every_panel_that_claims_something(self, page_of, kind):
        page = page_of(infographic(panel(kind, make_source())))
        assert page.select_one(".panel .citation").get_text(" ", strip=True) == "Source 1"

    def test_beside_another_is_parted_from_it(self, page_of):
        one, two = make_source("One"), make_source("Two")
        page = page_of(
            text(f"<p>Known {cite(one)}{cite(two)} {cite(one)} and 10<sup>2</sup>{cite(two)}.</p>")
        )
        assert [mark.text for mark in page.select("sup")][:3] == ["1,\u20092,\u20091", "2", "2"]

    def test_in_a_correction_comes_after_the_body(self, page_of):
        one, two = make_source("One"), make_source("Two")
        correction = block("correction", {"made_on": "2026-03-02", "text": f"<p>See {cite(two)}.</p>"})
        page = page_of(text(f"<p>{cite(one)}</p>"), corrections=[correction])
        assert entries(page) == ["source-1", "source-2"]
        assert {mark[2] for mark in marks(page)} <= {"1", "2"}


class TestTheListOfSources:
    def test_names_a_source_once_and_leads_back_to_every_use(self, page_of):
        source = make_source()
        page = page_of(text(f"<p>A {cite(source)} and again {cite(source)}.</p>"))
        [entry] = page.select("#sources li")
        links = entry.select("[role=doc-backlink]")
        assert [link["href"] for link in links] == ["#cite-1-1", "#cite-1-2"]
        assert links[1]["aria-label"] == "Back to where it is cited, 2 of 2"
        assert all(page.select_one(link["href"]) for link in links)

    def test_leads_to_doi_and_pubmed(self, page_of):
        source = make_source(doi="10.1000/x(1)", pmid="23525894", url="https://example.org/")
        page = page_of(text(f"<p>{cite(source)}</p>"))
        assert [link["href"] for link in page.select("#sources li a")][:2] == [
            "https://doi.org/10.1000/x(1)",
            "https://pubmed.ncbi.nlm.nih.gov/23525894/",
        ]

    def test_leaves_out_what_is_not_cited(self, page_of):
        used, _unused = make_source("Used"), make_source("Unused")
        assert "Unused" not in page_of(text(f"<p>{cite(used)}</p>")).text

    def test_is_not_there_without_a_citation_and_neither_is_its_script(self, page_of):
        page = page_of(heading("Sources"), text("<p>Words.</p>"), infographic(panel("synergy", points=[])))
        assert not page.select(".sources")
        assert "citations.js" not in str(page)

    def test_comes_with_its_script(self, page_of):
        assert "citations.js" in str(page_of(text(f"<p>{cite(make_source())}</p>")))

    def test_shows_no_markup_of_a_source(self, page_of):
        source = make_source(
            "<script>x</script>", authors="<b>Ada</b>", container="<i>J</i>", doi="10.1000/<b>"
        )
        page = page_of(text(f"<p>{cite(source)}</p>"))
        assert not page.select("#sources li :is(script, b, i)")
        assert "<script>x</script>" in page.select_one("#sources li").text

    def test_shares_no_id_with_anything_on_the_page(self, page_of):
        source = make_source()
        page = page_of(
            heading("Sources"),
            heading("Source 1"),
            heading("Cite 1 1"),
            text(f"<p>{cite(source)}{cite(source)}</p>"),
        )
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids))


class TestASourceThatIsGone:
    def test_leaves_neither_number_nor_words(self, page_of):
        gone, kept = make_source("Gone"), make_source("Kept")
        pk = gone.pk
        gone.delete()
        page = page_of(
            text(f"<p>First {cite(pk, 'Gone 2013')}, then {cite(kept)}.</p>"),
            infographic(panel("dosage", pk, doses=[])),
        )
        assert page.select_one(".prose p").text == "First, then1."
        assert entries(page) == ["source-1"]
        assert not page.select(".panel .citation")

    @pytest.mark.parametrize("pk", ["", "x", "9" * 40])
    def test_may_never_have_been_one(self, page_of, pk):
        assert page_of(text(f"<p>Words {cite(pk)}</p>")).select_one(".prose p").text == "Words"


class TestAPanelStoredWithoutTheField:
    def test_is_shown_as_before(self, page_of):
        page = page_of(infographic(block("nutrient", {"title": "Old", "points": []})))
        assert page.select_one(".panel h3").text == "Old"


class TestADraft:
    def test_is_previewed_with_its_numbers(self, admin_client):
        article = make_article(text("<p>Words.</p>"))
        draft = rewrite(article, text(f"<p>Words {cite(make_source())}.</p>"), publish=False)
        html = admin_client.get(f"/admin/pages/{draft.pk}/view_draft/").content.decode()
        assert 'id="cite-1-1"' in html
        assert 'id="source-1"' in html


class TestOutsideOfAPage:
    def test_nothing_is_left_of_a_citation(self):
        html = f"<p>Bone is kept {cite(make_source())}, they say.</p>"
        assert str(RichText(html)).strip() == "<p>Bone is kept, they say.</p>"

    def test_its_words_are_neither_found_nor_read(self):
        article = make_article(text(f"<p>Bone is kept{cite(make_source(), 'Zyxw 2013')}.</p>"))
        assert "zyxw" not in article.searched_words().lower()
        assert "bone" in article.searched_words().lower()
        assert words(f"<p>Bone is kept{cite(1)}.</p>") == 3


class TestTheCost:
    def test_is_one_query_however_much_is_cited(self, client, made_anew):
        def queries(*body):
            url = make_article(*body, title=f"Article {len(body)}").url
            client.get(url)
            with CaptureQueriesContext(connection) as captured:
                client.get(url)
            return len(captured)

        sources = [make_source(f"Source {n}") for n in range(12)]
        blocks = [text(f"<p>{cite(source)}</p>") for source in sources]
        cited = infographic(panel("nutrient", *sources, points=[]))
        plain = infographic(panel("nutrient", points=[]))
        assert queries(*blocks, cited) == queries(text("<p>Words.</p>"), plain) + 1


class TestWhatAnArticleSaysItCites:
    def test_has_text_and_address_in_the_order_of_use(self):
        one, two = make_source("One", doi="10.1000/1"), make_source("Two", url="https://example.org/two")
        article = make_article(text(f"<p>{cite(two)} {cite(one)}</p>"))
        assert [(citation.url, citation.source) for citation in article.citations] == [
            ("https://example.org/two", two),
            ("https://doi.org/10.1000/1", one),
        ]
        assert "Two." in article.citations[0].text
