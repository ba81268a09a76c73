"""How product names are found in words."""

import pytest

from blog.naming.names import Name, NameKind, Names, words_of
from blog.naming.running import paragraphs
from blog.naming.written import NamingText, written_names

BONE = Name("Bone Essential™", 1)
PLANT = Name("Plant Glucosamine™", 2)
BOTH = Name("Bone Essential™ / Plant Glucosamine™", 2, NameKind.OTHER)


def found(text: str, *names: Name) -> list[str]:
    return [text[one.start : one.end] for one in Names(names or (BONE, PLANT, BOTH)).find(text)]


@pytest.mark.parametrize(
    "words",
    [
        *("Bone Essential", "Bone Essential™", "Bone Essential ®", "BONE ESSENTIAL", "bone essential™"),
        *(
            "Bone\u00a0Essential",
            "Bone\u202fEssential(TM)",
            "Bone-Essential",
            "Bone\u2011Essential",
            "Bone™ Essential",
        ),
    ],
)
def test_a_name_is_found_in_all_its_forms(words: str) -> None:
    assert found(f"Take {words}, daily.") == [words]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Bone Essentials",
            "Bone Essential™s",
            "bone essential",
            "Backbone Essential",
            "Bone Essential-like",
        ),
        *("Pre-Bone Essential", "Bone essential", "Bone. Essential", "&Bone Essential"),
    ],
)
def test_what_only_looks_like_a_name_is_let_be(words: str) -> None:
    assert found(f"Take {words}, daily.") == []


def test_the_possessive_names_the_product() -> None:
    assert found("Bone Essential’s calcium and Bone Essential's turmeric") == ["Bone Essential"] * 2


def test_the_longest_name_comes_first() -> None:
    text = "Bone Essential™ / Plant Glucosamine™ or Plant Glucosamine"
    assert found(text) == ["Bone Essential™ / Plant Glucosamine™", "Plant Glucosamine"]


def test_a_substance_is_a_product_only_with_its_mark() -> None:
    magnesium = Name("Magnesium", 3)
    assert found("Magnesium helps; Magnesium™ is ours.", magnesium) == ["Magnesium™"]


def test_a_name_of_two_products_is_nobodys() -> None:
    assert found("Bone Essential", BONE, Name("Bone Essential", 5)) == []


def test_a_name_of_today_outranks_a_former_one() -> None:
    (one,) = Names([BONE, Name("Bone Essential", 5, NameKind.FORMER)]).find("Bone Essential")
    assert one.name.product == 1


def test_words_before_the_first_letter_belong_to_the_name() -> None:
    assert found("Our +Vita here", Name("+Vita", 3)) == ["+Vita"]


def test_names_without_letters_are_never_found() -> None:
    assert found("™ and more", Name("™", 1)) == []


def test_words_are_compared_without_capitals() -> None:
    assert words_of(["Bone BONE", "x"]) == {"bone", "x"}


class TestRunningText:
    def test_is_read_paragraph_by_paragraph(self) -> None:
        html = "<p>Bone</p><ul><li>Essential &amp; <b>more</b></li></ul>"
        assert [one.text for one in paragraphs(html)] == ["Bone", "Essential & more"]

    def test_counts_no_name_that_is_linked_even_in_part(self) -> None:
        html = '<p><a href="/x/">Bone Essential</a>, Bone <a href="/y/">Essential</a>, Bone <b>Essential</b> here.</p>'
        (one,) = written_names([NamingText(html, "body.a")], Names([BONE]))
        assert (one.before, one.words, one.after) == (
            "Bone Essential, Bone Essential, ",
            "Bone Essential",
            " here.",
        )

    def test_does_not_read_citations(self) -> None:
        html = '<p>Bone Essential<a linktype="source" id="1">Bone Essential 2020</a> lasts.</p>'
        (one,) = written_names([NamingText(html, "body.a")], Names([BONE]))
        assert one.after == " lasts."

    def test_shows_the_sentence_a_name_stands_in(self) -> None:
        html = "<p>It rained. We took Bone Essential daily. It helped.</p>"
        (one,) = written_names([NamingText(html, "body.a")], Names([BONE]))
        assert (one.before, one.after) == ("We took ", " daily.")
