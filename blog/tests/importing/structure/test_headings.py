"""Headings and lists in texts that do not mark them."""

import pytest

from blog.importing.arranging import arrange
from blog.importing.document import HeadingElement, Paragraph, SourceArticle, Text
from blog.tests.importing.outline import headings
from blog.tests.importing.structure.arranging import PROSE, arranged

SHORT = "Scent is older than words."


@pytest.mark.parametrize(
    "line", ["The Old Door", "The old door", "Does it help?", "Door", "10 doors to open", "pH at night"]
)
def test_a_short_line_over_prose_is_a_heading(line: str) -> None:
    assert headings(arranged("Evenings", PROSE, line, PROSE)) == [(2, line)]


@pytest.mark.parametrize(
    "line",
    [
        "It helps.",
        "What a night!",
        "lower case begins",
        "first, second;",
        "20–30 g daily",
        "so it goes",
        "and then, it:",
    ],
)
def test_other_short_lines_are_text(line: str) -> None:
    assert headings(arranged("Evenings", PROSE, line, PROSE)) == []


def test_the_last_line_is_no_heading() -> None:
    assert headings(arranged("Evenings", PROSE, "The Old Door")) == []


def test_a_closing_colon_is_dropped() -> None:
    assert headings(arranged("Evenings", PROSE, "The Old Door", SHORT, "Good Leaves:", "- mint\n- balm")) == [
        (2, "The Old Door"),
        (3, "Good Leaves"),
    ]


@pytest.mark.parametrize(
    "line", ["It is simple:", "Good leaves include:", "Counting is simple enough:", "Ask first if you:"]
)
def test_the_beginning_of_a_sentence_is_no_heading_over_a_list(line: str) -> None:
    assert headings(arranged("Evenings", PROSE, line, "- mint\n- balm", PROSE)) == []


def test_numbers_tell_the_level_and_are_taken_off() -> None:
    article = arranged(
        "Evenings", PROSE, "1. Scent", PROSE, "1.1 Leaves", PROSE, "1.2 Oils", PROSE, "2. Light", PROSE
    )
    assert headings(article) == [(2, "Scent"), (3, "Leaves"), (3, "Oils"), (2, "Light")]


def test_a_figure_is_no_number_of_a_heading() -> None:
    assert headings(arranged("Evenings", PROSE, "2.5 Reasons to Rest", PROSE)) == [(2, "2.5 Reasons to Rest")]


def test_the_second_of_two_in_a_row_is_deeper_and_so_are_its_like() -> None:
    article = arranged(
        "Evenings", PROSE, "Kinds of Tea", "Type One", SHORT, "Type Two", SHORT, "Brewing", PROSE
    )
    assert headings(article) == [(2, "Kinds of Tea"), (3, "Type One"), (3, "Type Two"), (2, "Brewing")]


def test_names_and_dates_under_the_title_are_text() -> None:
    assert headings(arranged("Evenings", "By Carla Meier", "Updated 3 March 2025", "6 min read", PROSE)) == []


def test_a_format_that_marks_its_headings_is_believed() -> None:
    elements = (HeadingElement("Scent", 3, 1), Paragraph("Not a Heading", 2), Paragraph(PROSE, 3))
    article = arrange(SourceArticle("x", "0", elements, title="Evenings"), ())
    assert headings(article) == [(2, "Scent")]


class TestLists:
    LINES = ("Mint from the garden", "Lemon balm, dried", "Camomile (the small kind)")

    def only_text(self, *parts: str) -> str:
        (text,) = [
            block for block in arranged("Evenings", PROSE, *parts).blocks[-1:] if isinstance(block, Text)
        ]
        return text.html

    def test_short_lines_under_a_heading_with_a_colon(self) -> None:
        html = self.only_text("Evening Leaves:", *self.LINES, PROSE)
        assert html.startswith("<ul><li>Mint from the garden</li>")
        assert html.count("<li>") == 3

    def test_short_lines_under_a_sentence_with_a_colon(self) -> None:
        html = self.only_text(
            "Many leaves have been used for this in one place or another, among them:", *self.LINES, PROSE
        )
        assert html.count("<li>") == 3

    def test_sentences_stay_paragraphs(self) -> None:
        html = self.only_text(
            "It does several things in the first half of the night:", "It opens.", "It closes.", PROSE
        )
        assert "<li>" not in html

    def test_the_next_heading_is_not_an_item(self) -> None:
        article = arranged("Evenings", PROSE, "Evening Leaves:", *self.LINES, "How to Brew Them", PROSE)
        assert headings(article) == [(2, "Evening Leaves"), (2, "How to Brew Them")]

    def test_nested_items_stay_nested(self) -> None:
        html = self.only_text("- leaves\n  - mint\n  - balm\n- light")
        assert html.endswith("<ul><li>leaves<ul><li>mint</li><li>balm</li></ul></li><li>light</li></ul>")
