import pytest

from blog.evidence.references import Found, Named, read


@pytest.mark.parametrize(
    ("text", "doi", "pmid"),
    [
        ("10.1000/1", "10.1000/1", ""),
        ("  https://doi.org/10.1000/1.\n", "10.1000/1", ""),
        ("DOI: 10.1000/1", "10.1000/1", ""),
        ("23525894", "", "23525894"),
        ("PMID 12", "", "12"),
        ("pmid:23525894", "", "23525894"),
        ("https://pubmed.ncbi.nlm.nih.gov/23525894/", "", "23525894"),
    ],
)
def test_a_number_alone_names_a_publication(text, doi, pmid):
    [named] = read(text)
    assert isinstance(named, Named)
    assert (named.reference.doi, named.reference.pmid) == (doi, pmid)


@pytest.mark.parametrize("text", ["2013", "1.", "1. ."])
def test_a_year_and_the_number_of_a_list_name_nothing(text):
    assert not any(isinstance(result, Named) for result in read(text))


def test_several_are_one_a_line():
    assert [(named.line, named.reference.doi) for named in read("10.1000/1\n\n10.1000/2")] == [
        (1, "10.1000/1"),
        (3, "10.1000/2"),
    ]


def test_a_reference_with_a_number_is_a_reference():
    [found] = read("Knapen MH. Menaquinone. Osteoporos Int. 2013;24(9):2499. doi: 10.1000/1")
    assert isinstance(found, Found)
