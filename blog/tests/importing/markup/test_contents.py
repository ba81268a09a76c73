"""Contents lists whose entries are links."""

import pytest

from blog.importing.document import ContentsElement, ContentsLink, ListElement, Paragraph
from blog.importing.markup import read_markup

ENTRIES = (ContentsLink("Oats", "oats"), ContentsLink("Rye", "rye"))
ITEMS = '<li><a href="#oats">Oats</a></li><li><a href="#rye">Rye</a></li>'


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"<ul>{ITEMS}</ul>", ""),
        (f"<h2>Table of contents</h2><ol>{ITEMS}</ol>", "Table of contents"),
        (f"<p><strong>In this article:</strong></p><ul>{ITEMS}</ul>", "In this article:"),
        (f"<nav><p>All the grains</p><ul>{ITEMS}</ul></nav>", "All the grains"),
        (f"<details><summary>Where is what?</summary><ul>{ITEMS}</ul></details>", "Where is what?"),
        (f"<div><p>Contents [hide]</p><div><ul>{ITEMS}</ul></div></div>", "Contents [hide]"),
    ],
)
def test_a_list_of_links_within_the_text_is_a_contents_list(source: str, title: str) -> None:
    assert read_markup(source).elements == (ContentsElement(ENTRIES, title),)


def test_a_nested_one_has_depths() -> None:
    source = '<ul><li><a href="#a">Oats</a><ul><li><a href="#b">Rolled</a></li></ul></li></ul>'
    assert read_markup(source).elements == (
        ContentsElement((ContentsLink("Oats", "a"), ContentsLink("Rolled", "b", 1))),
    )


@pytest.mark.parametrize("between", ["<br>", " | ", "</p><p>", " · "])
def test_a_run_of_links_is_one_too(between: str) -> None:
    links = between.join(f'<a href="#{name}">{name.title()}</a>' for name in ("oats", "rye", "bran"))
    assert read_markup(f"<p>{links}</p>").elements == (
        ContentsElement((*ENTRIES, ContentsLink("Bran", "bran"))),
    )


def test_links_with_the_page_s_own_address_lead_within_it() -> None:
    items = '<li><a href="https://x.example/a#oats">Oats</a></li><li><a href="https://x.example/a#rye">Rye</a></li>'
    first, *_rest = read_markup(f'<ul>{items}</ul><h2 id="oats">Oats</h2><h2 id="rye">Rye</h2>').elements
    assert first == ContentsElement(ENTRIES)


def test_the_dots_and_page_numbers_of_word_are_gone() -> None:
    source = "".join(
        f'<p class=MsoToc1><a href="#{name}">{name.title()}<span>..........</span>{page}</a></p>'
        for page, name in enumerate(("oats", "rye", "bran"), 3)
    )
    assert read_markup(source).elements == (ContentsElement((*ENTRIES, ContentsLink("Bran", "bran"))),)


@pytest.mark.parametrize(
    "items",
    [
        '<li><a href="/oats">Oats</a></li><li><a href="/rye">Rye</a></li>',
        '<li>Read about <a href="#oats">oats</a> and what they are good for first.</li><li><a href="#rye">Rye</a></li>',
        '<li><a href="#oats">Oats</a></li>',
    ],
)
def test_other_lists_of_links_stay_lists(items: str) -> None:
    (element,) = read_markup(f"<ul>{items}</ul>").elements
    assert isinstance(element, ListElement)


def test_one_link_to_a_place_is_a_paragraph() -> None:
    (element,) = read_markup('<p><a href="#oats">Oats</a></p>').elements
    assert isinstance(element, Paragraph)
