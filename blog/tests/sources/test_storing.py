import pytest

from blog.models import Source
from blog.sources.storing import plan, store
from blog.tests.evidence.references.test_citation_text import BOOK, NLM

from .sources import make_source

pytestmark = pytest.mark.django_db


def pasted(text):
    return store(plan(text))


class TestAPastedReference:
    def test_becomes_a_source(self):
        [source] = pasted(NLM)
        assert source.authors.splitlines()[:2] == ["Knapen, M. H.", "Drummen, N. E."]
        assert (source.doi, source.pmid, source.year) == ("10.1007/s00198-013-2325-6", "23525894", 2013)
        assert source.label == "Knapen 2013"

    def test_is_not_stored_before_it_is_confirmed(self):
        [item] = plan(NLM)
        assert item.is_new
        assert not Source.objects.exists()

    def test_that_was_pasted_before_is_the_same_source(self):
        assert pasted(NLM) == pasted(NLM)
        assert pasted(BOOK.replace(" PMID: 21796828.", "")) != pasted(BOOK)
        assert Source.objects.count() == 3

    def test_that_stands_twice_in_a_text_is_one_source(self):
        assert len(pasted(f"{NLM}\n{NLM}")) == 1

    def test_without_numbers_is_found_again_by_title_and_year(self):
        text = BOOK.replace(" PMID: 21796828.", "")
        assert pasted(text) == pasted(text)

    def test_of_a_web_page_is_found_again_by_its_address(self):
        text = '{"type": "webpage", "title": "%s", "URL": "https://example.org/a"}'
        assert pasted(text % "One") == pasted(text % "Renamed since")


class TestASourceThatIsHereAlready:
    @pytest.mark.parametrize("key", [{"doi": "10.1007/S00198-013-2325-6"}, {"pmid": "23525894"}])
    def test_is_found_by_doi_or_pubmed_number(self, key):
        source = make_source("My title", **key)
        assert pasted(NLM) == [source]

    def test_is_filled_where_it_is_blank_and_nowhere_else(self):
        source = make_source("My title", pmid="23525894", year=1999, note="Mine")
        [item] = plan(NLM)
        store([item])
        source.refresh_from_db()
        assert (source.title, source.year, source.note) == ("My title", 1999, "Mine")
        assert (source.volume, source.doi) == ("24", "10.1007/s00198-013-2325-6")
        assert set(item.filled) == {"container", "volume", "issue", "pages", "doi"}

    def test_is_not_given_a_number_another_source_has(self):
        other = make_source("Other", doi="10.1007/s00198-013-2325-6")
        make_source("Mine", pmid="23525894")
        assert pasted(NLM) == [other]
        other.refresh_from_db()
        assert other.pmid == ""

    def test_is_found_with_one_query_for_all(self, django_assert_num_queries):
        text = "\n".join(
            NLM.replace("2325-6", f"2325-{n}").replace("23525894", f"2{n}") for n in range(1, 20)
        )
        with django_assert_num_queries(1):
            assert all(item.is_new for item in plan(text))


class TestAReferenceThatCannotBeStored:
    def test_is_reported_with_its_field(self):
        [item] = plan('{"title": "%s"}' % ("long " * 150))
        assert item.source is None
        assert "title" in item.reason
        assert "500" in item.reason
        assert store([item]) == []
