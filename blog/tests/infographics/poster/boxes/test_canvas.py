import re

from blog.infographics.poster.boxes.area import Area
from blog.infographics.poster.boxes.canvas import Canvas, number
from blog.infographics.poster.boxes.line import Style
from blog.infographics.poster.boxes.text import Text


def drawn(prefix: str = "") -> str:
    canvas = Canvas(400, 100, prefix)
    text = Text.of("banana", Style("sans", 40, "#000000"))
    text.paint(canvas, Area(0, 0, 400, text.height(400)))
    return canvas.svg("A & B", "<words>", "en")


def test_a_glyph_is_defined_once_and_used_as_often_as_it_is_written() -> None:
    assert (drawn().count("<path"), drawn().count("<use")) == (3, 6)


def test_a_prefix_begins_every_id() -> None:
    names = set(re.findall(r'(?:id="|#|labelledby="|\b)(p-\w+)', drawn("p-")))
    assert set(re.findall(r'id="([^"]+)"', drawn("p-"))) == names
    assert set(re.findall(r'href="#([^"]+)"', drawn("p-"))) < names


def test_words_are_escaped() -> None:
    assert '<title id="title">A &amp; B</title>' in drawn()
    assert "&lt;words&gt;</desc>" in drawn()


def test_numbers_are_as_short_as_can_be() -> None:
    assert [number(one) for one in (2.0, -0.001, 1.256, 0.5)] == ["2", "0", "1.26", "0.5"]
