"""Pictures: which address is the original's, what they are called, which are none; figures and captions."""

import pytest

from blog.importing.document import Paragraph, PictureElement, TableElement
from blog.importing.markup import read_markup

PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def picture(source: str) -> PictureElement:
    (element,) = read_markup(source).elements
    assert isinstance(element, PictureElement)
    return element


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        (
            'src="//cdn.shopify.com/s/files/1/rye_480x480.jpg?v=16"',
            "https://cdn.shopify.com/s/files/1/rye.jpg",
        ),
        (
            'src="https://x.example/cdn/shop/files/rye_1024x1024@2x.png?v=1&amp;width=900"',
            "https://x.example/cdn/shop/files/rye.png",
        ),
        ('src="https://cdn.shopify.com/a/rye_large.jpg"', "https://cdn.shopify.com/a/rye.jpg"),
        ('src="https://x.example/rye_480x480.jpg?id=4"', "https://x.example/rye_480x480.jpg?id=4"),
        (f'src="{PIXEL}" data-src="/i/rye.jpg"', "/i/rye.jpg"),
        (
            'data-src="//cdn.shopify.com/a/rye_{width}x.jpg?v=1" data-widths="[1]"',
            "https://cdn.shopify.com/a/rye.jpg",
        ),
        ('srcset="/a/rye-300.jpg 300w, /a/rye-900.jpg 900w"', "/a/rye-900.jpg"),
        ('src="images/rye.jpg"', "images/rye.jpg"),
        ('src="file:///C:/Users/x/rye.jpg"', ""),
    ],
)
def test_the_address_is_the_original_s(attributes: str, address: str) -> None:
    assert picture(f"<img {attributes}>").address == address


def test_the_name_is_the_last_part_of_the_path() -> None:
    assert picture('<img src="https://x.example/a/my%20rye.jpg?v=1">').name == "my rye.jpg"
    assert picture('<img src="file:///C:/Users/x/rye.jpg">').name == "rye.jpg"


def test_a_picture_inside_the_text_keeps_its_bytes_and_always_has_the_same_name() -> None:
    source = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="Rye">'
    assert picture(source).address == "data:image/png;base64,iVBORw0KGgo="
    assert picture(source).name == picture(source).name
    assert picture(source).name.endswith(".png")


def test_what_counts_visitors_is_told() -> None:
    markup = read_markup('<p>Rye</p><img src="https://t.example/p.gif" width="1" height="1">')
    assert markup.elements == (Paragraph("Rye"),)
    assert [aside.text for aside in markup.set_aside] == ["https://t.example/p.gif"]


def test_a_sign_that_is_drawn_is_a_sign() -> None:
    assert read_markup('<p>Rye <img class="emoji" alt="🌾" src="/e.svg"></p>').elements == (
        Paragraph("Rye 🌾"),
    )


def test_what_is_for_browsers_without_scripts_is_no_second_picture() -> None:
    source = f'<img src="{PIXEL}" data-src="/rye.jpg"><noscript><img src="/rye.jpg"></noscript>'
    assert picture(source).address == "/rye.jpg"


def test_a_picture_only_browsers_without_scripts_find_is_one() -> None:
    source = f'<img src="{PIXEL}" alt="Rye"><noscript><img src="/rye.jpg" alt="Rye"></noscript>'
    assert picture(source) == PictureElement("rye.jpg", "Rye", address="/rye.jpg")


@pytest.mark.parametrize(
    "source",
    [
        '<figure><img src="a.jpg"><figcaption>A <b>field</b></figcaption></figure>',
        '<figure><a href="a.jpg"><img src="a.jpg"></a><figcaption>A field</figcaption></figure>',
        '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">A field</p></div>',
        '<p><img src="a.jpg"></p><p><em>A field</em></p>',
        '<p><img src="a.jpg"><br><i>A field</i></p>',
        '[caption id="x" width="3"]<img src="a.jpg"> A field[/caption]',
        '<p>[caption width="3" caption="A field"]<a href="a.jpg"><img src="a.jpg"></a>[/caption]</p>',
    ],
)
def test_the_words_right_below_a_picture_are_its_caption(source: str) -> None:
    assert picture(source) == PictureElement("a.jpg", caption="A field", address="a.jpg")


def test_the_caption_of_a_table_in_a_figure_is_the_table_s() -> None:
    source = "<figure><table><tr><td>a<td>b<tr><td>c<td>d</table><figcaption>Grains</figcaption></figure>"
    (element,) = read_markup(source).elements
    assert isinstance(element, TableElement)
    assert element.caption == "Grains"


def test_a_picture_that_leads_elsewhere_loses_its_link_which_is_told() -> None:
    markup = read_markup('<a href="/products/rye"><img src="a.jpg"></a>')
    assert [(aside.text, aside.reason) for aside in markup.set_aside] == [
        ("/products/rye", "the link of a picture")
    ]


def test_a_picture_within_words_leaves_them_whole() -> None:
    assert read_markup('<p>Rye <img src="a.jpg"> is sour.</p>').elements == (
        Paragraph("Rye is sour."),
        PictureElement("a.jpg", address="a.jpg"),
    )
