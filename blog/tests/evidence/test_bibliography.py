from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.evidence.bibliography import Part, entry, text
from blog.evidence.reference import TYPES, Reference

TRIAL = Reference(
    title="Three-year low-dose menaquinone-7 supplementation",
    authors=("Knapen, Marjo H. J.", "Smit, E.", "World Health Organization"),
    container="Osteoporos Int",
    year=2013,
    volume="24",
    issue="9",
    pages="2499–2507",
)
SOME_TEXT = st.text(max_size=40)


class TestTheTextOfASource:
    def test_is_in_the_style_of_the_ama(self):
        assert text(TRIAL) == (
            "Knapen MHJ, Smit E, World Health Organization. Three-year low-dose menaquinone-7 supplementation."
            " Osteoporos Int. 2013;24(9):2499-2507."
        )

    def test_sets_the_names_of_journals_and_books_in_italics(self):
        assert Part("Osteoporos Int", is_title=True) in entry(TRIAL)
        assert Part("Bones", is_title=True) in entry(
            Reference(title="Bones", type="book", publisher="Springer")
        )

    def test_shortens_a_long_list_of_authors(self):
        many = replace(TRIAL, authors=tuple(f"Author{letter}, A." for letter in "ABCDEFGH"))
        assert text(many).startswith("AuthorA A, AuthorB A, AuthorC A, et al. ")

    def test_says_the_title_once_where_there_is_no_author(self):
        assert text(replace(TRIAL, authors=())).count("Three-year") == 1

    def test_keeps_the_capitals_of_a_title(self):
        assert "the mTOR story" in text(Reference(title="the mTOR story", type="book"))

    def test_puts_no_full_stop_behind_a_question_mark(self):
        assert "Does it help? Osteoporos" in text(replace(TRIAL, title="Does it help?"))

    def test_is_text_and_no_markup(self):
        assert "<b>x</b> & y" in text(replace(TRIAL, title="<b>x</b> & y"))

    def test_follows_the_source(self):
        assert "2014" in text(replace(TRIAL, year=2014))
        assert "2014" not in text(TRIAL)

    @pytest.mark.parametrize("type", TYPES)
    def test_is_there_for_every_type(self, type):
        assert "Three-year" in text(replace(TRIAL, type=type))

    @given(
        st.builds(
            Reference,
            title=SOME_TEXT,
            type=st.sampled_from(TYPES) | SOME_TEXT,
            authors=st.lists(SOME_TEXT, max_size=4).map(tuple),
            container=SOME_TEXT,
            publisher=SOME_TEXT,
            year=st.none() | st.integers(0, 32767),
            volume=SOME_TEXT,
            issue=SOME_TEXT,
            pages=SOME_TEXT,
        )
    )
    def test_never_fails(self, reference):
        assert isinstance(text(reference), str)


class TestTheLabelOfASource:
    @pytest.mark.parametrize(
        ("fields", "label"),
        [
            ({}, "Knapen 2013"),
            ({"year": None}, "Knapen"),
            ({"authors": ("World Health Organization",)}, "World Health Organization 2013"),
            (
                {"authors": ("EFSA Panel on Nutrition, Novel Foods and Food",)},
                "EFSA Panel on Nutrition, Novel Foods… 2013",
            ),
            ({"authors": ()}, "Three-year low-dose menaquinone-7… 2013"),
        ],
    )
    def test_is_the_first_author_and_the_year(self, fields, label):
        assert replace(TRIAL, **fields).label == label


class TestTheAddressOfASource:
    def test_is_the_most_lasting_one(self):
        everything = replace(TRIAL, doi="10.1000/1", url="https://example.org/", pmid="12")
        assert everything.address == "https://doi.org/10.1000/1"
        assert replace(everything, doi="").address == "https://example.org/"
        assert replace(everything, doi="", url="").address == "https://pubmed.ncbi.nlm.nih.gov/12/"
        assert TRIAL.address == ""
