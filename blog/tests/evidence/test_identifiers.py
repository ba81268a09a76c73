import pytest

from blog.evidence.identifiers import doi_in, normal_doi, normal_pmid
from blog.evidence.reference import doi_address

DOI = "10.1007/s00198-013-2325-6"


class TestADoi:
    @pytest.mark.parametrize(
        "text",
        [
            DOI,
            f"https://doi.org/{DOI}",
            f"http://dx.doi.org/{DOI}",
            f"doi.org/{DOI}",
            f"doi:{DOI}",
            f"DOI: {DOI}.",
            f" {DOI}; ",
            f"{DOI}?utm_source=mail&utm_medium=x",
            f"https://doi.org/{DOI}?utm_source=mail#abstract",
            f"https://doi.org/{DOI}#abstract",
        ],
    )
    def test_has_one_form(self, text):
        assert normal_doi(text) == DOI

    def test_keeps_its_own_brackets_and_case(self):
        assert normal_doi("10.1016/S0140-6736(00)03610-2") == "10.1016/S0140-6736(00)03610-2"
        assert normal_doi("10.1016/x)") == "10.1016/x"
        assert normal_doi("https://doi.org/10.1002/%28SICI%291097") == "10.1002/(SICI)1097"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "10.1/x",
            "11.1000/x",
            "10.1000/",
            "10.1000/a b",
            "10.1000/a#abstract",
            "10.1000/\x00",
            "10.1000/" + "x" * 300,
        ],
    )
    def test_is_refused_where_it_is_none(self, text):
        with pytest.raises(ValueError, match=r".*"):
            normal_doi(text)

    @pytest.mark.parametrize("end", ["2-1", "2-#", "2-?"])
    def test_made_of_a_sici_keeps_its_signs(self, end):
        doi = f"10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;{end}"
        assert normal_doi(doi) == doi
        assert normal_doi(doi_address(doi)) == doi
        assert not set("<>#?") & set(doi_address(doi))

    def test_is_found_in_a_sentence(self):
        assert doi_in(f"at https://doi.org/{DOI}#abstract.") == DOI
        assert doi_in(f"see (doi:{DOI}). More") == DOI
        assert doi_in("no number here") == ""


class TestAPubmedNumber:
    @pytest.mark.parametrize(
        "text",
        [
            "23525894",
            "PMID: 23525894",
            "pmid:23525894.",
            "https://pubmed.ncbi.nlm.nih.gov/23525894/",
            "023525894",
        ],
    )
    def test_is_its_digits(self, text):
        assert normal_pmid(text) == "23525894"

    @pytest.mark.parametrize("text", ["", "PMC123", "12a", "1" * 13, "٣", "0"])
    def test_is_refused_where_it_is_none(self, text):
        with pytest.raises(ValueError, match=r".*"):
            normal_pmid(text)
