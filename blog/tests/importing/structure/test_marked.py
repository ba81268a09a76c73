"""Headings a format marks."""

import pytest

from blog.importing.document import Heading, HeadingElement, ListElement, Paragraph, Text
from blog.tests.importing.outline import headings
from blog.tests.importing.structure.arranging import PROSE, arranged_elements, arranged_markup

BOLD = 7


def outlined(*levels: int) -> list[int]:
    elements = [
        part
        for number, level in enumerate(levels)
        for part in (HeadingElement(f"Part {'ABCDEFGH'[number]}", level), Paragraph(PROSE))
    ]
    return [level for level, _text in headings(arranged_elements(*elements))]


@pytest.mark.parametrize(
    ("source", "outline"),
    [
        ((2, 3, 2), [2, 3, 2]),
        ((3, 4, 3), [2, 3, 2]),
        ((2, 4, 4, 3, 2), [2, 3, 3, 3, 2]),
        ((4, 2, 3), [2, 2, 3]),
        ((2, 3, 4, 5), [2, 3, 4, 4]),
        ((1, 2, 1, 2), [2, 3, 2, 3]),
        ((1, 2, 3, 2), [2, 2, 3, 2]),
        ((2, BOLD, 2), [2, 3, 2]),
        ((2, 3, BOLD, 3), [2, 3, 4, 3]),
        ((BOLD, BOLD), [2, 2]),
        ((BOLD, 2, BOLD), [2, 2, 3]),
    ],
)
def test_levels_become_an_outline_without_gaps(source: tuple[int, ...], outline: list[int]) -> None:
    assert outlined(*source) == outline


def test_a_level_that_is_lost_is_told() -> None:
    article = arranged_elements(
        *(
            part
            for level in (2, 3, 4, 5)
            for part in (HeadingElement(f"Level {level}", level), Paragraph(PROSE))
        )
    )
    assert article.warnings == ("Headings have three levels here; raised by one or more: “Level 5”.",)


def test_the_title_once_more_is_set_aside() -> None:
    article = arranged_elements(
        Paragraph(PROSE),
        HeadingElement("EVENINGS:", 1, anchors=("top",)),
        HeadingElement("Scent", 2),
        Paragraph(PROSE),
    )
    assert headings(article) == [(2, "Scent")]
    assert [aside.text for aside in article.set_aside] == ["EVENINGS:"]
    assert article.other_anchors == ("top",)


def test_the_only_first_heading_is_the_title_of_a_text_that_has_none() -> None:
    article = arranged_elements(
        Paragraph("The journal"), HeadingElement("Evenings by the Sea", 1), Paragraph(PROSE), title=None
    )
    assert article.title == "Evenings by the Sea"


@pytest.mark.parametrize(
    "text", ["It opens the door.", "so it goes", "20–30 g", "This continues. Then it ends"]
)
def test_a_bold_line_that_is_no_title_is_text(text: str) -> None:
    article = arranged_elements(HeadingElement(text, BOLD), Paragraph(PROSE))
    assert headings(article) == []
    assert isinstance(article.blocks[0], Text)
    assert article.blocks[0].html.startswith(f"<p><strong>{text}</strong></p>")


def test_the_last_line_is_no_heading() -> None:
    assert headings(arranged_elements(Paragraph(PROSE), HeadingElement("Sleep well", BOLD))) == []


def test_bold_lines_in_a_row_are_labels() -> None:
    lines = [HeadingElement(text, BOLD) for text in ("Mint", "Balm", "Lavender")]
    assert headings(arranged_elements(*lines, Paragraph(PROSE))) == []


def test_two_in_a_row_are_a_heading_and_one_under_it() -> None:
    article = arranged_elements(
        HeadingElement("Leaves", BOLD), HeadingElement("Mint", BOLD), Paragraph(PROSE), title="Evenings"
    )
    assert [text for _level, text in headings(article)] == ["Leaves", "Mint"]


def test_a_bold_line_over_a_real_heading_is_text() -> None:
    article = arranged_elements(
        HeadingElement("Our promise", BOLD), HeadingElement("Scent", 2), Paragraph(PROSE)
    )
    assert headings(article) == [(2, "Scent")]


def test_a_bold_line_over_a_list_is_a_heading_without_its_colon() -> None:
    article = arranged_elements(
        HeadingElement("Scent", 2), HeadingElement("Good leaves:", BOLD), ListElement(("mint", "balm"), False)
    )
    assert headings(article) == [(2, "Scent"), (3, "Good leaves")]


def test_empty_headings_are_dropped_and_told_and_their_fragments_kept() -> None:
    article = arranged_elements(
        HeadingElement("", 2, anchors=("scent",)),
        HeadingElement("Scent", 3),
        Paragraph(PROSE),
        HeadingElement("***", 2),
    )
    assert article.blocks[0] == Heading("Scent", 2, anchors=("scent",))
    assert article.warnings == ("2 empty headings were left out.",)


def test_a_paragraph_marked_as_a_heading_is_text_and_told() -> None:
    article = arranged_elements(
        HeadingElement("Rest & light " * 20, 2), HeadingElement("Scent", 2), Paragraph(PROSE)
    )
    assert headings(article) == [(2, "Scent")]
    assert isinstance(article.blocks[0], Text)
    assert "&amp;" in article.blocks[0].html
    assert len(article.warnings) == 1


def test_equal_headings_stay_apart() -> None:
    article = arranged_elements(
        HeadingElement("Scent", 2), Paragraph(PROSE), HeadingElement("Scent", 2), Paragraph(PROSE)
    )
    assert headings(article) == [(2, "Scent"), (2, "Scent")]


def test_numbers_that_count_on_are_taken_off() -> None:
    article = arranged_elements(
        *(part for text in ("1. Scent", "2. Light") for part in (HeadingElement(text, 2), Paragraph(PROSE)))
    )
    assert headings(article) == [(2, "Scent"), (2, "Light")]


def test_markup_without_any_heading_is_read_like_a_plain_text() -> None:
    article = arranged_markup(f"<p>{PROSE}</p><p>The Old Door</p><p>{PROSE}</p>")
    assert headings(article) == [(2, "The Old Door")]
