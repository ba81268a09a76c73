"""What stands around an article and is no part of it."""

from datetime import UTC, datetime

import pytest

from blog.importing.document import HeadingElement, ListElement, Paragraph
from blog.tests.importing.outline import headings
from blog.tests.importing.structure.arranging import PROSE, arranged_elements

LINKS = ListElement(('<a href="/a">Mornings</a>', '<a href="/b">Noons</a>'), False)


@pytest.mark.parametrize(
    "title", ["Related articles", "You may also like", "Read next", "More from the blog"]
)
@pytest.mark.parametrize("level", [2, 4, 7])
def test_other_articles_under_the_last_words_are_set_aside(title: str, level: int) -> None:
    article = arranged_elements(
        HeadingElement("Scent", 2),
        Paragraph(PROSE),
        HeadingElement(title, level),
        LINKS,
        Paragraph('<a href="/blogs/news">Back to blog</a>'),
    )
    assert [aside.text for aside in article.set_aside] == [title, "Mornings Noons", "Back to blog"]
    assert headings(article) == [(2, "Scent")]


def test_such_a_heading_over_text_is_part_of_the_article() -> None:
    article = arranged_elements(HeadingElement("Related reading", 2), Paragraph(PROSE), Paragraph(PROSE))
    assert article.set_aside == ()


def test_a_line_that_says_what_is_known_otherwise_is_set_aside() -> None:
    article = arranged_elements(
        Paragraph("By <strong>Carla Meier</strong> | March 3, 2025 | 5 min read"),
        Paragraph(PROSE),
        authors=("Carla Meier",),
        published=datetime(2025, 3, 3, tzinfo=UTC),
    )
    assert [aside.reason for aside in article.set_aside] == ["a byline"]


@pytest.mark.parametrize("line", ["By Carla Meier", "Reviewed by Dr. Rossi", "Published 3 March 2025"])
def test_what_is_known_from_nowhere_else_stays(line: str) -> None:
    assert arranged_elements(Paragraph(line), Paragraph(PROSE)).set_aside == ()


@pytest.mark.parametrize("line", ["5 min read", "Reading time: 12 minutes"])
def test_a_reading_time_is_always_counted_anew(line: str) -> None:
    assert len(arranged_elements(Paragraph(line), Paragraph(PROSE)).set_aside) == 1
