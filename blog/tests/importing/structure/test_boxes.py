"""Boxes in markup: infographics, calls to see a product, and all the others."""

import pytest

from blog.importing.document import (
    ArrangedArticle,
    CallToAction,
    Dosage,
    Heading,
    Infographic,
    Nutrient,
    Picture,
    ProductCallout,
    Text,
)
from blog.tests.importing.outline import headings, infographics
from blog.tests.importing.structure.arranging import PROSE, arranged_markup

GREEN = "background:#efe;padding:1em"
CARDS = (
    f'<div style="{GREEN}"><h3>Lavender: The Door</h3><ul><li>opens the way</li><li>smells of summer</li></ul></div>'
    f'<div style="{GREEN}"><h3>Darkness: The Floor</h3><ul><li>tells the hour</li><li>costs nothing</li></ul></div>'
)


def box(inner: str, title: str = "<h2>The Evening in Brief</h2>") -> str:
    return f'<section style="border:1px solid">{title}{inner}</section>'


def around(inner: str) -> ArrangedArticle:
    return arranged_markup(f"<h2>Scent</h2><p>{PROSE}</p>{inner}<h2>Light</h2><p>{PROSE}</p><p>{PROSE}</p>")


def test_a_box_with_a_title_and_cards_is_an_infographic() -> None:
    (infographic,) = infographics(around(box(CARDS)))
    assert infographic.title == "The Evening in Brief"
    assert infographic.panels == (
        Nutrient("Lavender: The Door", ("opens the way", "smells of summer")),
        Nutrient("Darkness: The Floor", ("tells the hour", "costs nothing")),
    )


def test_its_headings_are_not_in_the_outline() -> None:
    assert headings(around(box(CARDS))) == [(2, "Scent"), (2, "Light")]


def test_subtitle_lead_amounts_and_a_call_find_their_fields() -> None:
    (infographic,) = infographics(
        around(
            box(
                f"<p>For a softer landing</p>{CARDS}"
                "<div><h3>How much</h3><h5>Lavender</h5><p>1-2 cups daily</p><h5>Salts</h5><p>20–30 g</p></div>"
                "<div><h3>Begin tonight</h3><p>For a slow evening, take one cup at nine.</p>"
                '<a href="/products/harbour-calm?utm_source=x">Learn more</a></div>'
            )
        )
    )
    assert infographic.subtitle == "For a softer landing"
    dosage, call = infographic.panels[2:]
    assert isinstance(dosage, Dosage)
    assert [dose.amount for dose in dosage.doses] == ["1-2 cups daily", "20–30 g"]
    assert isinstance(call, CallToAction)
    assert (call.handle, call.link_label) == ("harbour-calm", "Learn more")


def test_words_left_over_follow_it_in_order() -> None:
    article = around(box(f"{CARDS}<p>Drawn by hand.</p><p>No lamp was harmed.</p>"))
    at = next(index for index, block in enumerate(article.blocks) if isinstance(block, Infographic))
    assert article.blocks[at + 1] == Text("<p>Drawn by hand.</p><p>No lamp was harmed.</p>")
    assert "Drawn" not in str(article.blocks[at])


def test_pictures_with_words_follow_it_and_those_without_are_set_aside() -> None:
    article = around(box(f'<img src="a/lamp.png" alt="A lamp"><img src="a/dot.png" alt="">{CARDS}'))
    at = next(index for index, block in enumerate(article.blocks) if isinstance(block, Infographic))
    picture = article.blocks[at + 1]
    assert isinstance(picture, Picture)
    assert picture.alt == "A lamp"
    assert [aside.text for aside in article.set_aside] == ["dot.png"]


def test_a_heading_right_above_is_the_title_of_a_box_without_one() -> None:
    article = around(f'<h2>The Evening in Brief</h2><div style="display:grid">{CARDS}</div>')
    assert infographics(article)[0].title == "The Evening in Brief"
    assert Heading("The Evening in Brief", 2, contents_only=True) in article.blocks


def test_a_box_without_any_title_is_text_and_told() -> None:
    article = around(f'<div style="display:grid">{CARDS}</div>')
    assert infographics(article) == []
    assert len(article.warnings) == 1
    assert article.warnings[0].startswith("A box was not recognised as an infographic")
    assert [text for _level, text in headings(article)][1:3] == ["Lavender: The Door", "Darkness: The Floor"]


def test_many_words_left_over_make_a_doubt() -> None:
    talk = "".join(
        f"<p>{number} things were said about this, and none of them fits.</p>" for number in range(9)
    )
    article = around(box(f"{CARDS}{talk}"))
    assert infographics(article) == []
    assert [warning.split(":")[0] for warning in article.warnings] == [
        "A box was not recognised as an infographic and came in as ordinary text"
    ]


@pytest.mark.parametrize(
    "inner",
    [
        f"<h3>Why it works</h3><p>{PROSE}</p><h3>How it works</h3><p>{PROSE * 2}</p>",
        f"<p>{PROSE}</p><p>{PROSE}</p>",
        "<table><tr><th>Lamp</th><th>Lux</th></tr><tr><td>Candle</td><td>10</td></tr></table><p>In short.</p>",
        "<p>A note. Ask somebody who knows you before you begin.</p><p>Keep it out of the sun.</p>",
    ],
    ids=["sections", "prose", "a table", "a note"],
)
def test_any_other_box_is_opened_without_a_word(inner: str) -> None:
    article = around(box(inner, title=""))
    assert infographics(article) == []
    assert article.warnings == ()


def test_what_a_contents_list_names_is_the_body() -> None:
    article = arranged_markup(
        '<ul><li><a href="#a">Lavender: The Door</a></li><li><a href="#b">Darkness: The Floor</a></li></ul>'
        + box(CARDS.replace("<h3>Lav", '<h3 id="a">Lav').replace("<h3>Dark", '<h3 id="b">Dark'))
        + f"<h2>Light</h2><p>{PROSE}</p><p>{PROSE}</p>"
    )
    assert infographics(article) == []
    assert [entry.matched for entry in article.contents] == [True, True]


def test_boxes_in_a_box_that_is_none_are_looked_at_themselves() -> None:
    article = around(f'<div style="{GREEN}"><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>{box(CARDS)}</div>')
    assert len(infographics(article)) == 1


def test_a_link_inside_is_told_when_only_its_words_are_kept() -> None:
    article = around(box(CARDS.replace("opens the way", '<a href="https://example.org/a">opens the way</a>')))
    assert article.warnings == ("A link to “https://example.org/a” inside an infographic is words only now.",)


class TestCalls:
    CARD = (
        f'<div style="{GREEN}"><img src="a/cup.png" alt="A cup"><h4>Slow Wave™</h4><p>It keeps the evening long.</p>'
        '<p><a href="{}">Shop now</a></p></div>'
    )

    @pytest.mark.parametrize(
        "link",
        [
            "/products/slow-wave",
            "https://shop.example/en-gb/collections/rest/products/slow-wave?variant=1",
            "https://shop.example/cart",
        ],
    )
    def test_a_box_that_leads_to_a_product_is_its_callout(self, link: str) -> None:
        article = around(self.CARD.format(link))
        assert ProductCallout("slow-wave", "It keeps the evening long.") in article.blocks
        assert [aside.text for aside in article.set_aside] == ["Slow Wave™", "Shop now", "A cup"]

    def test_one_about_a_product_nobody_knows_is_text(self) -> None:
        article = around(self.CARD.replace("Slow Wave™", "Fast Wave").format("/products/fast-wave"))
        assert not any(isinstance(block, ProductCallout) for block in article.blocks)
        assert article.set_aside == ()

    def test_one_that_says_more_is_text(self) -> None:
        article = around(
            self.CARD.replace("It keeps the evening long.", PROSE * 2).format("/products/slow-wave")
        )
        assert not any(isinstance(block, ProductCallout) for block in article.blocks)

    def test_a_note_that_names_a_product_is_text(self) -> None:
        article = around(
            f'<div style="{GREEN}"><p>Slow Wave™ goes well with food.</p><p>Take it early.</p></div>'
        )
        assert not any(isinstance(block, ProductCallout) for block in article.blocks)


@pytest.mark.parametrize("inside", [True, False])
def test_a_logo_that_signs_an_infographic_is_set_aside(inside: bool) -> None:
    logo = '<img src="a/l.png" alt="Harbour House Logo">'
    article = around(box(CARDS + logo) if inside else box(CARDS) + logo)
    assert len(infographics(article)) == 1
    assert [(aside.text, aside.reason) for aside in article.set_aside] == [
        ("Harbour House Logo", "the text of a logo's picture")
    ]
    assert not any(isinstance(block, Picture) for block in article.blocks)


def test_a_figure_left_over_keeps_what_it_means_beside_it() -> None:
    figures = "<div><h4>99%</h4><p>of lamps are too bright</p></div>".replace("h4", "div")
    article = around(box(CARDS + f'<div style="{GREEN}">{figures}</div>'))
    assert Text("<p><strong>99%</strong> of lamps are too bright</p>") in article.blocks
