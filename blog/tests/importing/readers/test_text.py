import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.importing.document import Element, ListElement, Paragraph, SourceArticle
from blog.importing.readers import Unreadable, read_data


def article_of(text: str | bytes) -> SourceArticle:
    (article,) = read_data(text if isinstance(text, bytes) else text.encode(), source="tea.txt")
    return article


def elements_of(text: str) -> tuple[Element, ...]:
    return article_of(text).elements


class TestParagraphs:
    def test_each_line_is_one_with_its_number(self) -> None:
        assert elements_of("\n\nTea\n\n  Two  cups.\nThree.\n") == (
            Paragraph("Tea", 3),
            Paragraph("Two cups.", 5),
            Paragraph("Three.", 6),
        )

    def test_markup_is_text(self) -> None:
        (paragraph,) = elements_of("<script>alert(1)</script> & <a href='x'>tea</a>")
        assert paragraph == Paragraph(
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;a href='x'&gt;tea&lt;/a&gt;", 1
        )

    def test_a_no_break_space_stays(self) -> None:
        assert elements_of("10\u00a0mg") == (Paragraph("10\u00a0mg", 1),)

    def test_control_characters_separate_words(self) -> None:
        assert elements_of("tea\x0bcup\x0clid\x7f") == (Paragraph("tea cup lid", 1),)

    def test_wrapped_lines_are_joined(self) -> None:
        wrapped = (
            "Tea is a leaf that was carried over the mountains on the backs of\n"
            "small horses, and nobody has counted how many of them fell on the\n"
            "way down.\n"
            "\n"
            "A short line\n"
            "and another.\n"
        )
        assert [element.line for element in elements_of(wrapped)] == [1, 5, 6]

    def test_lines_of_a_text_with_long_paragraphs_are_not_joined(self) -> None:
        text = (
            "Tea is drunk in every country that has a kettle, which is to say\nin all of them.\n\n"
            + "long " * 40
        )
        assert len(elements_of(text)) == 3


class TestLists:
    @pytest.mark.parametrize("mark", ["•", "-", "*", "–", "‣", "✓", "+"])
    def test_bullets_of_any_kind(self, mark: str) -> None:
        assert elements_of(f"  {mark} green\n  {mark} black\n") == (
            ListElement(("green", "black"), False, 1),
        )

    def test_running_numbers(self) -> None:
        assert elements_of("1. green\n2) black\n3. white") == (
            ListElement(("green", "black", "white"), True, 1),
        )

    def test_blank_lines_between_items(self) -> None:
        assert elements_of("- green\n\n- black") == (ListElement(("green", "black"), False, 1),)

    def test_items_on_several_lines(self) -> None:
        text = "• green tea from the early spring, picked by hand\n  and dried in a pan\n• black"
        assert elements_of(text) == (
            ListElement(
                ("green tea from the early spring, picked by hand and dried in a pan", "black"), False, 1
            ),
        )

    def test_nesting(self) -> None:
        assert elements_of("1. tea\n   - green\n   - black\n2. coffee") == (
            ListElement(("tea", "green", "black", "coffee"), True, 1, (0, 1, 1, 0)),
        )

    def test_dotted_numbers_nest_and_stay(self) -> None:
        assert elements_of("1. tea\n1.1 green\n2. coffee") == (
            ListElement(("tea", "1.1 green", "coffee"), True, 1, (0, 1, 0)),
        )

    def test_a_single_numbered_line_is_a_paragraph(self) -> None:
        assert elements_of("1. Tea\n\nIt is a leaf.\n\n2. Coffee\n\nIt is a bean.")[2] == Paragraph(
            "2. Coffee", 5
        )

    def test_a_list_under_a_numbered_line_is_not_nested_in_it(self) -> None:
        assert elements_of("1. Tea\n\n  • green\n  • black") == (
            Paragraph("1. Tea", 1),
            ListElement(("green", "black"), False, 3),
        )

    def test_numbers_that_do_not_begin_at_one_keep_them(self) -> None:
        assert elements_of("3. third\n4. fourth") == (Paragraph("3. third", 1), Paragraph("4. fourth", 2))

    @pytest.mark.parametrize(
        "text", ["- Anonymous", "* not evaluated", "1.5 g daily", "2 cups", "-5 degrees"]
    )
    def test_what_only_looks_like_an_item(self, text: str) -> None:
        assert elements_of(text) == (Paragraph(text, 1),)


class TestContentHash:
    @pytest.mark.parametrize(
        "same",
        [
            b"Tea\r\n\r\nA leaf.\r\n",
            b"Tea\r\rA leaf.",
            b"Tea  \n\t\nA leaf.\n\n\n",
            codecs.BOM_UTF8 + b"Tea\n\nA leaf.",
            codecs.BOM_UTF16_LE + "Tea\n\nA leaf.".encode("utf-16-le"),
            codecs.BOM_UTF16_BE + "Tea\n\nA leaf.".encode("utf-16-be"),
        ],
    )
    def test_does_not_depend_on_how_the_file_was_saved(self, same: bytes) -> None:
        assert article_of(same).content_hash == article_of("Tea\n\nA leaf.").content_hash

    def test_changes_with_a_word(self) -> None:
        assert article_of("Tea\n\nA leaf.").content_hash != article_of("Tea\n\nA bud.").content_hash


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_text_becomes_elements_or_is_refused(text: str) -> None:
    try:
        article = article_of(text)
    except Unreadable:
        return
    assert article.elements
