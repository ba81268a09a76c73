"""Questions with their answers, where markup tells them."""

import pytest

from blog.importing.document import HeadingElement, Paragraph, PictureElement, QuestionElement
from blog.importing.markup import read_markup

MARKED = """<div itemscope itemtype="https://schema.org/FAQPage"><div itemprop="mainEntity" itemscope
itemtype="https://schema.org/Question"><h3 itemprop="name">Is rye sour?</h3><div itemprop="acceptedAnswer" itemscope
itemtype="https://schema.org/Answer" style="display:none"><div itemprop="text"><p>It is.</p></div></div></div></div>"""


@pytest.mark.parametrize(
    "source",
    [
        "<details><summary><b>Is rye sour?</b></summary><p>It is.</p></details>",
        "<dl><dt>Is rye sour?</dt><dd>It is.</dd></dl>",
        MARKED,
    ],
)
def test_a_question_has_its_answer(source: str) -> None:
    assert read_markup(source).elements == (QuestionElement("Is rye sour?", "<p>It is.</p>"),)


def test_an_answer_holds_paragraphs_and_lists() -> None:
    source = "<details><summary>How?</summary>Soak.<ul><li>long</li></ul></details>"
    assert read_markup(source).elements == (QuestionElement("How?", "<p>Soak.</p><ul><li>long</li></ul>"),)


def test_an_answer_with_a_picture_stands_below_its_question() -> None:
    source = '<details><summary>How?</summary><p>So.</p><img src="a.png"></details>'
    assert read_markup(source).elements == (
        HeadingElement("How?", 7),
        Paragraph("So."),
        PictureElement("a.png", address="a.png"),
    )
