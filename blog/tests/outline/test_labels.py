import pytest

from blog.outline import Heading, build_outline
from blog.outline.labels import label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. How much", "How much"),
        ("2) How much", "How much"),
        ("(3) How much", "How much"),
        ("3.1. How much", "How much"),
        ("12. How much", "How much"),
        ("2024", "2024"),
        ("2024. What changed", "2024. What changed"),
        ("3 reasons to rest", "3 reasons to rest"),
        ("2.5 Reasons to Rest", "2.5 Reasons to Rest"),
        ("1.", "1."),
        ("1. 2.", "1. 2."),
        ("<em>Why</em>  it\nmatters", "Why it matters"),
        ("p < 0.05 and n > 3", "p < 0.05 and n > 3"),
        ("10:30 in the morning", "10:30 in the morning"),
    ],
)
def test_only_a_number_that_counts_headings_is_left_out(text, expected):
    assert label(text) == expected


def listed(*headings):
    outline = build_outline(Heading(f"id-{n}", text, level) for n, (text, level) in enumerate(headings))
    return [(entry.text, entry.anchor) for entry in outline.flat()]


def test_a_dotted_number_counts_among_numbered_headings():
    assert listed(("3.1 Food", 2), ("3.2 Sun", 2)) == [("Food", "food"), ("Sun", "sun")]


def test_a_dotted_number_counts_before_a_sub_section():
    assert listed(("Vitamin D", 2), ("3.1 Food", 3)) == [("Vitamin D", "vitamin-d"), ("Food", "food")]


def test_an_amount_is_no_number_of_a_heading():
    amounts = [("1.5 litres a day", 3), ("2.5 litres in summer", 3)]
    assert [text for text, _ in listed(*amounts)] == ["1.5 litres a day", "2.5 litres in summer"]


def test_neither_label_nor_address_has_the_number_typed_before_the_words():
    assert listed(("1. Food", 2), ("2. Sun", 2)) == [("Food", "food"), ("Sun", "sun")]
