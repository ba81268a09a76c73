"""Boxes of a look of their own."""

import pytest

from blog.importing.document import BoxElement, HeadingElement, Paragraph
from blog.importing.markup import read_markup

PROSE = f"<p>{'Rye is sour, and that is what people like. ' * 8}</p>"
CARDS = (
    HeadingElement("Rye", 3),
    Paragraph("It is sour."),
    HeadingElement("Oats", 3),
    Paragraph("They are soft."),
)
RYE, OATS = "<h3>Rye</h3><p>It is sour.</p>", "<h3>Oats</h3><p>They are soft.</p>"


def boxes(source: str) -> list[BoxElement]:
    elements = read_markup(f"{PROSE}{source}{PROSE}").elements
    return [element for element in elements if isinstance(element, BoxElement)]


@pytest.mark.parametrize(
    "source",
    [
        f'<div style="background:#eef; padding:2rem">{RYE}{OATS}</div>',
        f'<section style="border:1px solid red">{RYE}{OATS}</section>',
        f"<style>.z9 {{ background: linear-gradient(red, blue) }}</style><div class=z9>{RYE}{OATS}</div>",
    ],
)
def test_a_box_in_colour_or_framed_is_one(source: str) -> None:
    (box,) = boxes(source)
    assert box.elements == CARDS


@pytest.mark.parametrize(
    "source",
    [
        f'<div class="q"><div class="c a">{RYE}</div><div class="c b">{OATS}</div></div>',
        f"<div><div>{RYE}</div><div>{OATS}</div></div>",
        f'<div style="display:grid"><article>{RYE}</article><article>{OATS}</article></div>',
    ],
)
def test_boxes_of_equal_shape_are_boxes_in_one(source: str) -> None:
    (box,) = boxes(source)
    inner = [element for element in box.elements if isinstance(element, BoxElement)]
    assert [card.elements for card in inner] in ([CARDS[:2], CARDS[2:]], [])
    assert inner or box.elements == CARDS


def test_what_is_around_several_boxes_is_one_with_its_title() -> None:
    (box,) = boxes(
        f'<section><h2>Grains</h2><div class="g"><div class="c">{RYE}</div><div class="c">{OATS}</div></div></section>'
    )
    assert box.elements[0] == HeadingElement("Grains", 2)


@pytest.mark.parametrize(
    "source",
    [
        f"<div>{RYE}</div>",
        f'<div class="wrapper">{RYE}</div>',
        f"<div style='font-family:Arial; color:red'>{RYE}</div>",
        f"<div style='background: transparent; border: 0'>{RYE}</div>",
    ],
)
def test_a_box_without_a_look_is_none(source: str) -> None:
    assert boxes(source) == []


def test_a_wrapper_of_the_whole_text_is_no_box() -> None:
    elements = read_markup(f'<div style="background:#fff000">{PROSE}{RYE}{PROSE}</div>').elements
    assert not any(isinstance(element, BoxElement) for element in elements)


def test_phrases_in_a_box_that_only_its_look_parts_are_parted() -> None:
    (box,) = boxes(
        '<div style="background:red"><div><span>7</span><span>hours</span></div><p>of sleep for all</p></div>'
    )
    assert box.elements[0] == Paragraph("7 hours")
