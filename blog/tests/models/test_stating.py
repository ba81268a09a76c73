"""An article that states facts: its sentences, its list of figures, and the sources these name."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText

from blog.infographics.line import words
from blog.models import ArticlePage
from blog.tests.factories import block, heading, infographic, line, make_article, rewrite, text
from blog.tests.facts.sourced import make_fact, make_full_fact, state
from blog.tests.sources.sources import cite, make_source
from qnwellness.content.references import unresolved

pytestmark = pytest.mark.django_db


@pytest.fixture
def page_of(client):
    """Return a function: stored blocks -> the published article as a reader gets it."""

    def read(*body, **fields):
        return BeautifulSoup(client.get(make_article(*body, **fields).url).content, "html.parser")

    return read


def flat(element):
    return " ".join(element.get_text(" ").split())


def figures(page):
    return page.select("section:has(> #figures-heading) li")


def ids(page):
    return [element["id"] for element in page.select("[id]")]


def own_ways(page):
    return [link["href"][1:] for link in page.select("main a[href^='#']")]


class TestAFactInASentence:
    def test_shows_the_figure_of_today_and_leads_to_its_entry(self, page_of):
        page = page_of(text(f"<p>Some {state(make_fact(30, 40), words='20%')} of it.</p>"))
        [link] = page.select(".prose a")
        assert link.attrs == {"class": ["fact"], "href": "#fact-1", "id": "stated-1-1"}
        assert page.select_one(".prose p").text == "Some 30–40% of it."

    def test_shows_what_it_says_after_an_edit_and_the_article_stays_as_it_was(self, client):
        fact = make_fact(1000, 5000, "IU")
        article = make_article(text(f"<p>Some {state(fact)}.</p>"))
        before = ArticlePage.objects.values().get(pk=article.pk)
        fact.high = 4000
        fact.save()
        assert "1,000–4,000\u00a0IU</a>" in client.get(article.url).content.decode()
        assert ArticlePage.objects.values().get(pk=article.pk) == before
        assert article.revisions.count() == 1

    def test_keeps_its_stored_words_without_a_link_once_it_is_deleted(self, client):
        fact = make_fact()
        article = make_article(text(f"<p>Some {state(fact, words='25%')} of it.</p>"))
        fact.delete()
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        assert str(page.select_one(".prose p")).endswith(">Some 25% of it.</p>")
        assert not figures(page)

    @pytest.mark.parametrize("pk", ["", "x", "9" * 40])
    def test_may_never_have_been_one(self, page_of, pk):
        assert (
            page_of(text(f"<p>Some {state(pk, words='25%')}.</p>")).select_one(".prose p").text == "Some 25%."
        )

    def test_keeps_the_marks_around_its_words(self, page_of):
        page = page_of(text(f"<p>Some {state(make_fact(), words='<i>25%</i>')}.</p>"))
        assert page.select_one(".prose a > i").text == "30%"

    def test_is_escaped_like_any_text(self, page_of):
        fact = make_fact(statement="<b>Bold</b>", qualifier="<i>so</i>", population="<u>you</u>")
        [entry] = figures(page_of(text(f"<p>{state(fact)}</p>")))
        assert "<b>Bold</b>, <i>so</i>" in flat(entry)

    def test_is_known_to_the_index_of_references(self):
        fact = make_fact()
        article = make_article(text(f"<p>{state(fact)}</p>"))
        [(where, _references)] = ReferenceIndex.get_references_to(fact).group_by_source_object()
        assert where.pk == article.pk


class TestEveryPlaceForAFigure:
    def bodies(self, fact):
        stated = f"<p>Some {state(fact)}.</p>"
        cells = {"columns": [{"type": "rich_text", "heading": "A"}], "rows": [{"values": [stated]}]}
        bar = block("item", {"label": "A", "fact": fact.pk, "low": None, "high": None})
        item = {"title": "A", "text": stated}
        return {
            "key points": block("key_points", {"points": [block("item", stated)]}),
            "note": block("note", {"kind": "caution", "title": "", "text": stated}),
            "question": block("question", {"question": "How much?", "answer": stated}),
            "table": block("table", {"table": {**cells, "caption": "T"}, "first_column_is_header": True}),
            "statistic": infographic(
                block("statistic", {"title": "S", "figure": stated, "context": line("of it")})
            ),
            "benefits": infographic(block("benefits", {"title": "B", "benefits": [block("item", item)]})),
            "dosage": infographic(
                block(
                    "dosage",
                    {
                        "title": "D",
                        "doses": [block("item", {"substance": "A", "amount": stated, "note": stated})],
                    },
                )
            ),
            "bars": infographic(block("bars", {"title": "B", "unit": "%", "bars": [bar, bar], "note": None})),
        }

    @pytest.mark.parametrize(
        "place", ["key points", "note", "question", "table", "statistic", "benefits", "dosage", "bars"]
    )
    def test_leads_from_it_to_the_entry_and_back(self, page_of, place):
        fact = make_fact(30, 40)
        page = page_of(self.bodies(fact)[place])
        links = page.select("a.fact")
        assert links
        assert {link.text for link in links} == {"30–40%"}
        backs = [link["href"][1:] for link in page.select("#fact-1 [role=doc-backlink]")]
        assert backs == [link["id"] for link in links]


class TestTheListOfFigures:
    def test_names_a_fact_once_in_the_order_of_first_use_with_the_ways_back(self, page_of):
        one, two = make_fact(1, unit="g", statement="One"), make_fact(2, unit="g", statement="Two")
        page = page_of(text(f"<p>{state(two)} {state(one)}</p>"), text(f"<p>{state(two)}</p>"))
        first, second = figures(page)
        assert flat(first) == "2 g Two ↩ 1 ↩ 2"
        assert flat(second) == "1 g One ↩"
        backs = first.select("[role=doc-backlink]")
        assert [link["href"] for link in backs] == ["#stated-1-1", "#stated-1-2"]
        assert backs[1]["aria-label"] == "Back to where it is stated, 2 of 2"

    def test_says_in_one_line_what_a_figure_rests_on(self, page_of):
        [entry] = figures(page_of(text(f"<p>{state(make_full_fact(make_source()))}</p>")))
        claim, basis = entry.find_all("p")
        assert flat(claim) == "30–40% Calcium taken up from a meal, with sufficient vitamin D"
        assert [flat(part) for part in basis.find_all("span", recursive=False)][:4] == [
            "Source 1: Knapen 2013",
            "Randomised trial",
            "People: women after menopause",
            "Checked on 2 Mar 2026",
        ]
        assert basis.time["datetime"] == "2026-03-02"

    def test_stands_before_the_sources_and_after_the_text(self, page_of):
        page = page_of(text(f"<p>Last words {state(make_fact(30, None, '%', make_source()))}.</p>"))
        words = flat(page.select_one("article"))
        places = [words.index(part) for part in ("Last words", "Figures in this article", "Sources")]
        assert places == sorted(places)

    def test_leaves_no_trace_without_a_fact(self, page_of):
        assert "figures-heading" not in str(page_of(text("<p>Some 30%.</p>")))

    def test_shares_no_id_with_anything_and_leads_nowhere_that_is_not_there(self, page_of):
        source = make_source()
        facts = [make_full_fact(source), make_fact(5, None, "g")]
        unshown = block("item", {"label": "A", "fact": facts[1].pk, "low": None, "high": None})
        page = page_of(
            heading("Fact 1"),
            heading("Figures heading"),
            heading("Stated 1 1"),
            text(f"<p>{state(facts[0])}{cite(source)}{state(facts[0])} {state(facts[1])}</p>"),
            # A fact in another unit than its panel is not shown there.
            infographic(block("bars", {"title": "B", "unit": "%", "bars": [unshown, unshown], "note": None})),
        )
        assert len(ids(page)) == len(set(ids(page)))
        assert set(own_ways(page)) <= set(ids(page))
        assert len(page.select("#fact-2 [role=doc-backlink]")) == 1

    def test_is_fetched_a_script_for(self, page_of):
        page = page_of(text(f"<p>{state(make_fact())}</p>"))
        assert page.select_one("[data-script*='citations']").select(".sources")


class TestTheSourcesOfAFact:
    def test_are_in_the_list_of_sources_also_where_only_the_fact_names_them(self, page_of):
        page = page_of(text(f"<p>{state(make_fact(30, None, '%', make_source()))}</p>"))
        [entry] = page.select("#sources li")
        assert "Three-year" in entry.text
        assert page.select_one("#fact-1 a[href='#source-1']")["id"] == "cite-1-1"
        assert entry.select_one("[role=doc-backlink]")["href"] == "#cite-1-1"

    def test_are_numbered_after_those_the_text_cites(self, page_of):
        own, both, cited = make_source("Own"), make_source("Both"), make_source("Cited")
        page = page_of(
            text(f"<p>{state(make_fact(30, None, '%', own, both))} a{cite(cited)} b{cite(both)}</p>")
        )
        assert [mark.text for mark in page.select("sup.citation a")] == ["1", "2"]
        assert [link["href"] for link in page.select("#fact-1 [role=doc-noteref]")] == [
            "#source-3",
            "#source-2",
        ]
        assert [link["href"] for link in page.select("#source-2 [role=doc-backlink]")] == [
            "#cite-2-1",
            "#cite-2-2",
        ]
        assert set(own_ways(page)) <= set(ids(page))

    def test_that_were_deleted_leave_no_trace(self, client):
        source = make_source()
        article = make_article(text(f"<p>{state(make_fact(30, None, '%', source))}</p>"))
        source.delete()
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        assert not page.select("#sources, #fact-1 [role=doc-noteref]")
        assert figures(page)


class TestADraft:
    def test_is_previewed_with_its_figures(self, admin_client):
        article = make_article(text("<p>Words.</p>"))
        draft = rewrite(article, text(f"<p>Some {state(make_fact())}.</p>"), publish=False)
        html = admin_client.get(f"/admin/pages/{draft.pk}/view_draft/").content.decode()
        assert 'id="stated-1-1">30%</a>' in html
        assert 'id="fact-1"' in html


class TestOutsideOfAPage:
    def test_the_figure_of_today_stands_without_a_link(self):
        html = f"<p>Some {state(make_fact())} of it.</p>"
        assert str(RichText(html)).strip() == "<p>Some 30% of it.</p>"

    def test_many_figures_of_a_text_are_one_query(self, django_assert_num_queries):
        html = f"<p>{' '.join(state(make_fact(n)) for n in range(5))}</p>"
        with django_assert_num_queries(1):
            str(RichText(html))

    def test_the_words_stay_where_nothing_is_resolved(self):
        html = f"<p>Some {state(make_fact(), words='25%')}.</p>"
        with unresolved():
            assert str(RichText(html)).strip() == "<p>Some 25%.</p>"

    def test_the_words_of_a_line_are_no_use_of_their_own(self, client, monkeypatch):
        """A poster is made of a panel's words while its page is rendered."""
        fact = make_fact()
        body = infographic(
            block("statistic", {"title": "S", "figure": f"<p>{state(fact)}</p>", "context": line("of it")})
        )
        article = make_article(body)
        with article.being_served():
            [panel] = article.body[0].value["panels"]
            assert words(panel.value["figure"]) == "30%"
            assert 'id="stated-1-1"' in str(panel.value["figure"])


class TestTheCost:
    def test_is_one_query_for_all_facts_and_one_for_the_sources_of_text_and_facts(self, client, made_anew):
        def queries(*body):
            url = make_article(*body, title=f"Article {len(body)}").url
            client.get(url)
            with CaptureQueriesContext(connection) as captured:
                client.get(url)
            return len(captured)

        sources = [make_source(f"Source {n}") for n in range(12)]
        facts = [make_fact(n + 1, None, "g", source) for n, source in enumerate(sources)]
        cited = [text(f"<p>{cite(source)}</p>") for source in sources[:6]]
        stated = [text(f"<p>{state(fact)}</p>") for fact in facts]
        plain = queries(text("<p>Words.</p>"), text("<p>Words.</p>"))
        assert queries(*stated) == plain + 2
        assert queries(*stated, *cited) == plain + 2
