"""Headings, and the places links within a text lead to."""

import pytest

from blog.importing.document import HeadingElement, Paragraph, PictureElement
from blog.importing.markup import read_markup


def test_headings_keep_their_level_and_lose_their_looks() -> None:
    source = "".join(f"<h{level}><span><b>Oats</b> {level}</span></h{level}>" for level in range(1, 7))
    assert read_markup(source).elements == tuple(
        HeadingElement(f"Oats {level}", level) for level in range(1, 7)
    )


def test_an_empty_heading_is_told() -> None:
    markup = read_markup("<h3>&nbsp;</h3><p>Oats</p>")
    assert markup.elements == (Paragraph("Oats"),)
    assert [aside.reason for aside in markup.set_aside] == ["an empty heading"]


@pytest.mark.parametrize(
    "source",
    [
        '<h2 id="rye">Rye</h2>',
        '<h2><a name="rye"></a>Rye</h2>',
        '<h2><span id="rye">Rye</span></h2>',
        '<a id="rye"></a><h2>Rye</h2>',
        '<p><a name="rye"></a></p><h2>Rye</h2>',
        '<section id="rye"><div><h2>Rye</h2></div></section>',
        '<div id="rye"></div><img src="a.png"><h2>Rye</h2>',
        '<h2 id="rye">Rye <a class="anchor" href="#rye">#</a></h2>',
    ],
)
def test_the_names_of_places_stay_with_the_heading_they_lead_to(source: str) -> None:
    heading = read_markup(source).elements[-1]
    assert heading == HeadingElement("Rye", 2, anchors=("rye",))


def test_a_place_in_a_paragraph_stays_with_it() -> None:
    assert read_markup('<p id="a">One <a name="b">two</a></p>').elements == (
        Paragraph("One two", anchors=("a", "b")),
    )


def test_a_picture_in_a_heading_follows_it() -> None:
    assert read_markup('<h2>Rye<img src="rye.png" alt="A field"></h2>').elements == (
        HeadingElement("Rye", 2),
        PictureElement("rye.png", "A field", address="rye.png"),
    )


def test_the_link_of_a_heading_is_told() -> None:
    markup = read_markup('<h2><a href="/rye">Rye</a></h2>')
    assert markup.elements == (HeadingElement("Rye", 2),)
    assert [(aside.text, aside.reason) for aside in markup.set_aside] == [("/rye", "the link of a heading")]


def test_a_text_that_was_made_large_is_a_paragraph() -> None:
    (element,) = read_markup(f"<h2>{'Rye is sour. ' * 40}</h2>").elements
    assert isinstance(element, Paragraph)
