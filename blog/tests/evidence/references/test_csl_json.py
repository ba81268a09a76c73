import json

import pytest

from blog.evidence.references import Found, Reason, Unreadable, read

ITEM = {
    "type": "article-journal",
    "title": "Three-year low-dose menaquinone-7",
    "author": [
        {"family": "Knapen", "given": "M. H. J."},
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
        {"literal": "World Health Organization"},
    ],
    "container-title": "Osteoporosis International",
    "issued": {"date-parts": [[2013, 9]]},
    "volume": "24",
    "issue": 9,
    "page": "2499-2507",
    "DOI": "10.1007/s00198-013-2325-6",
    "PMID": "23525894",
}


class TestAnItemInCslJson:
    def test_is_read_whole(self):
        [result] = read(json.dumps(ITEM))
        reference = result.reference
        assert reference.authors == ("Knapen, M. H. J.", "van der Berg, Jan", "World Health Organization")
        assert (reference.container, reference.year) == ("Osteoporosis International", 2013)
        assert (reference.volume, reference.issue, reference.pages) == ("24", "9", "2499–2507")
        assert (reference.doi, reference.pmid) == (ITEM["DOI"], ITEM["PMID"])

    def test_may_be_one_of_a_list(self):
        assert len(read(json.dumps([ITEM, ITEM], indent=2))) == 2

    def test_may_come_from_crossref_which_puts_texts_into_lists(self):
        [result] = read(
            json.dumps({**ITEM, "type": "journal-article", "title": ["A"], "container-title": ["B"]})
        )
        assert (result.reference.type, result.reference.title) == ("article-journal", "A")
        assert result.reference.container == "B"

    @pytest.mark.parametrize(
        "issued",
        [{"date-parts": [["2013"]]}, {"raw": "Sep 2013"}, {"date-parts": [2013]}, {"literal": "2013"}],
    )
    def test_says_its_year_in_many_ways(self, issued):
        [result] = read(json.dumps({**ITEM, "issued": issued}))
        assert result.reference.year == 2013

    def test_with_values_of_other_kinds_is_read_as_far_as_it_goes(self):
        odd = {"title": "A", "author": {"x": 1}, "issued": 5, "volume": [], "DOI": 7, "page": None, "type": 3}
        [result] = read(json.dumps(odd))
        assert (result.reference.title, result.reference.type) == ("A", "document")


class TestJsonThatCannotBeRead:
    def test_says_where_it_is_broken(self):
        [lost] = read('{"title":\n  oops}')
        assert (lost.line, lost.excerpt) == (2, "oops}")
        assert (lost.reason, lost.about) == (Reason.NO_JSON, {"column": 3})

    def test_says_which_entry_is_none(self):
        lost, found, untitled = read(json.dumps([1, ITEM, {"a": 1}]))
        assert isinstance(found, Found)
        assert (lost.reason, lost.about) == (Reason.NO_ENTRY, {"number": 1})
        assert (untitled.excerpt, untitled.reason) == ("a", Reason.NO_TITLE)

    @pytest.mark.parametrize("text", ["[" * 100_000, "[]", '{"volume": ' + "9" * 5000 + "}"])
    def test_is_one_result(self, text):
        [lost] = read(text)
        assert isinstance(lost, Unreadable)
