"""Questions with their answers."""

import pytest

from blog.importing.document import HeadingElement, ListElement, Paragraph, Question
from blog.tests.importing.outline import headings
from blog.tests.importing.structure.arranging import PROSE, arranged_elements

SAFE, TRUE, LATE = (f"Is it {word}?" for word in ("safe", "true", "late"))


def questions(article) -> list[Question]:
    return [block for block in article.blocks if isinstance(block, Question)]


@pytest.mark.parametrize(
    "title", ["FAQ", "FAQs", "Frequently Asked Questions", "Evenings: FAQ", "Your questions answered", "Q&A"]
)
@pytest.mark.parametrize("level", [2, 3, 7])
def test_are_found_under_a_heading_that_says_so(title: str, level: int) -> None:
    article = arranged_elements(
        Paragraph(PROSE),
        HeadingElement(title, 2),
        HeadingElement(SAFE, level),
        Paragraph("Yes."),
        ListElement(("one", "two"), False),
        HeadingElement(TRUE, level),
        Paragraph("No."),
        HeadingElement("Last words", 2),
        Paragraph(PROSE),
    )
    assert questions(article) == [
        Question(SAFE, "<p>Yes.</p><ul><li>one</li><li>two</li></ul>"),
        Question(TRUE, "<p>No.</p>"),
    ]
    assert headings(article) == [(2, title), (2, "Last words")]


def test_may_be_the_bold_words_their_answer_follows() -> None:
    article = arranged_elements(
        HeadingElement("FAQ", 2),
        Paragraph(f"<strong>{SAFE}</strong> Yes, it is."),
        Paragraph(f"<strong>{TRUE}</strong><br>No."),
    )
    assert questions(article) == [Question(SAFE, "<p>Yes, it is.</p>"), Question(TRUE, "<p>No.</p>")]


def asked(level: int, count: int, answer: str = "Yes.") -> list:
    texts = [SAFE, TRUE, LATE][:count]
    return [part for text in texts for part in (HeadingElement(text, level), Paragraph(answer))]


def test_three_of_the_lowest_headings_in_a_row_are_questions() -> None:
    article = arranged_elements(HeadingElement("Before you begin", 2), *asked(3, 3))
    assert len(questions(article)) == 3


@pytest.mark.parametrize(
    "elements",
    [
        asked(2, 3),
        [HeadingElement("Before you begin", 2), *asked(3, 2)],
        [HeadingElement("Before you begin", 2), *asked(3, 3, "A long answer. " * 90)],
        [
            HeadingElement("Before you begin", 2),
            Paragraph(PROSE),
            *asked(3, 3),
            HeadingElement("Leaves", 4),
            Paragraph(PROSE),
        ],
    ],
    ids=["main headings", "two", "long answers", "not the lowest"],
)
def test_other_headings_that_ask_stay_headings(elements: list) -> None:
    assert questions(arranged_elements(*elements)) == []
