"""Product names in texts."""

import pytest

from blog.importing.document import ProductName
from blog.importing.structure.mentions import linked
from blog.importing.structure.names import names_of
from blog.tests.importing.outline import mentions
from blog.tests.importing.structure.arranging import PROSE, arranged

NAMES = (
    ProductName("Harbour Calm™", "harbour-calm", own=True),
    ProductName("Harbour Calm™ / Night Tide™", "night-tide", own=False),
    ProductName("Night Tide™", "night-tide", own=True),
    ProductName("Salt & Rest", "salt", own=True),
    ProductName("Tide", "tide", own=True),
)


def link(html: str) -> str:
    return linked(html, names_of(NAMES))


def wrapped(handle: str, kind: str, words: str) -> str:
    return f'<a linktype="product" handle="{handle}" text="{kind}">{words}</a>'


@pytest.mark.parametrize(
    "words",
    [
        "Harbour Calm™",
        "Harbour Calm",
        "Harbour Calm®",
        "HARBOUR CALM",
        "harbour calm™",
        "Harbour\u00a0Calm™",
        "Harbour Calm &trade;",
        "Harbour&nbsp;Calm&trade;",
        "Harbour™ Calm™",
        "Harbour Calm (TM)",
    ],
)
def test_a_name_is_found_as(words: str) -> None:
    assert link(f"Try {words}, at night.") == f"Try {wrapped('harbour-calm', 'name', words)}, at night."


@pytest.mark.parametrize(
    "words",
    ["harbour calm", "Harbour calm", "Harbour Calmer", "MyHarbour Calm", "tides", "Stride", "Mid-Tide"],
)
def test_no_name_is_found_in(words: str) -> None:
    assert link(f"On {words} nights.") == f"On {words} nights."


def test_the_longest_name_wins_and_another_name_keeps_its_words() -> None:
    words = "Harbour Calm™ / Night Tide™"
    assert link(f"Also {words}.") == f"Also {wrapped('night-tide', 'own', words)}."


def test_an_ampersand_in_a_name() -> None:
    assert link("Salt &amp; Rest") == wrapped("salt", "name", "Salt &amp; Rest")


def test_every_occurrence_is_linked_but_none_inside_a_link() -> None:
    html = 'Night Tide and <a href="#"><b>Night Tide</b></a> and <i>Night Tide</i>'
    tide = wrapped("night-tide", "name", "Night Tide")
    assert link(html) == f'{tide} and <a href="#"><b>Night Tide</b></a> and <i>{tide}</i>'


def test_a_handle_is_escaped() -> None:
    names = names_of((ProductName("Tea", 'a"b<', own=True),))
    assert linked("Tea", names) == '<a linktype="product" handle="a&quot;b&lt;" text="name">Tea</a>'


def test_an_empty_catalogue_and_an_empty_name_find_nothing() -> None:
    assert linked("Tea™ at night", names_of(())) == "Tea™ at night"
    assert linked("Tea™ at night", names_of((ProductName("™", "x", own=True),))) == "Tea™ at night"


def test_names_in_paragraphs_and_lists_are_linked_and_in_headings_are_not() -> None:
    article = arranged(
        "Evenings", PROSE, "Why Clear Tide Works", "Clear Tide works.", "- Clear Tide\n- water", PROSE
    )
    assert mentions(article) == [("clear-tide", "name"), ("clear-tide", "name")]


def test_a_product_the_catalogue_does_not_have_is_named_once_with_its_line() -> None:
    article = arranged(
        "Evenings", "Clear Tide™ and Night Owl™ are two.", "Night Owl™ again, with Bright Day®."
    )
    assert article.warnings == (
        "Line 3: “Night Owl™” is no product of the catalogue; left as text.",
        "Line 5: “Bright Day®” is no product of the catalogue; left as text.",
    )
