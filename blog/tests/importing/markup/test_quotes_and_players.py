"""Quotations, films, and what plays or sends something."""

import pytest

from blog.importing.document import ListElement, Paragraph, QuoteElement, VideoElement
from blog.importing.markup import read_markup

FILM = "https://www.youtube.com/embed/abcdefghijk"


@pytest.mark.parametrize(
    "source",
    [
        "<blockquote><p>Soak it.</p><footer>— Ada Rye</footer></blockquote>",
        "<blockquote>Soak it.<cite>Ada Rye</cite></blockquote>",
        "<blockquote><p>Soak it.</p><p>— Ada Rye</p></blockquote>",
        "<blockquote><p>Soak it. — Ada Rye</p></blockquote>",
        "<figure><blockquote><p>Soak it.</p></blockquote><figcaption>Ada Rye</figcaption></figure>",
    ],
)
def test_a_quotation_has_the_name_of_who_said_it(source: str) -> None:
    assert read_markup(source).elements == (QuoteElement("Soak it.", "Ada Rye"),)


def test_a_quotation_that_holds_more_than_words_is_opened() -> None:
    elements = read_markup("<blockquote><p>Soak:</p><ul><li>oats</li></ul></blockquote>").elements
    assert elements == (Paragraph("Soak:"), ListElement(("oats",), ordered=False))


def test_the_link_of_a_quotation_is_told() -> None:
    markup = read_markup('<blockquote>Soak <a href="/oats">it</a>.</blockquote>')
    assert markup.elements == (QuoteElement("Soak it."),)
    assert [aside.text for aside in markup.set_aside] == ["/oats"]


@pytest.mark.parametrize(
    ("source", "address"),
    [
        (f'<iframe src="{FILM}?rel=0" title=""></iframe>', f"{FILM}?rel=0"),
        (
            '<iframe data-src="//player.vimeo.com/video/76979871"></iframe>',
            "https://player.vimeo.com/video/76979871",
        ),
        (f'<div class="w"><p><iframe src="{FILM}"></iframe></p></div>', FILM),
        ("<p>https://youtu.be/abcdefghijk</p>", "https://youtu.be/abcdefghijk"),
        (
            '<p><a href="https://vimeo.com/76979871">https://vimeo.com/76979871</a></p>',
            "https://vimeo.com/76979871",
        ),
        ("[embed]https://vimeo.com/76979871[/embed]", "https://vimeo.com/76979871"),
    ],
)
def test_films_of_known_providers_are_films(source: str, address: str) -> None:
    assert read_markup(source).elements == (VideoElement(address),)


def test_a_link_to_a_film_within_a_sentence_stays_a_link() -> None:
    (element,) = read_markup('<p>Watch <a href="https://vimeo.com/76979871">it</a>.</p>').elements
    assert isinstance(element, Paragraph)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('<iframe src="https://m.example/map" title="Map"></iframe>', "Map https://m.example/map"),
        ('<audio src="/a.mp3">No sound</audio>', "/a.mp3 No sound"),
        ('<video><source src="/a.mp4"></video>', "/a.mp4"),
        ('<form action="/send"><label>Name</label><input></form>', "Name /send"),
        ('<object data="/a.swf"></object>', "/a.swf"),
    ],
)
def test_what_else_plays_or_sends_is_told_with_its_address(source: str, told: str) -> None:
    markup = read_markup(f"<p>Rye</p>{source}<p>Oats</p>")
    assert markup.elements == (Paragraph("Rye"), Paragraph("Oats"))
    assert [aside.text for aside in markup.set_aside] == [told]
