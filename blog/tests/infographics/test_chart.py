from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.infographics.chart import DrawnBar, Mark, chart
from qnwellness.nutrition.figures import Figure


def value(low, high=None, unit="%"):
    return Figure(Decimal(low), None if high is None else Decimal(high), unit)


def marks(*figures, unit="mg", language="en"):
    return [mark.text for mark in chart(figures, unit, language).marks]


def test_a_range_is_drawn_from_its_lower_to_its_upper_end():
    drawn = chart([value(30, 40), value(60)], "%")
    assert drawn.bars == (DrawnBar("30", "10", "40"), DrawnBar("60", "0", "60"))
    assert drawn.has_ranges
    assert not chart([value(60)], "%").has_ranges


def test_percentages_say_so_at_every_mark():
    assert chart([value(30)], "%").marks[1] == Mark("25", "25%")
    assert marks(value(30), unit="%", language="de")[1] == "25\u00a0%"
    assert chart([value(30)], "%").unit == ""


def test_other_units_are_said_once_beside_the_axis():
    assert chart([value(600, 800, "IU")], "IU").unit == "IU"
    assert chart([value(3, None, "capsule")], "capsule").unit == "capsules"
    assert chart([value(3, None, "")], "").unit == ""


@pytest.mark.parametrize(
    ("top", "language", "expected"),
    [
        ("4000", "en", ["0", "1,000", "2,000", "3,000", "4,000"]),
        ("4000", "de", ["0", "1.000", "2.000", "3.000", "4.000"]),
        ("10000", "en", ["0", "2K", "4K", "6K", "8K", "10K"]),
        ("25000000000", "en", ["0", "5B", "10B", "15B", "20B", "25B"]),
        ("0.75", "en", ["0", "0.2", "0.4", "0.6", "0.8"]),
    ],
)
def test_numbers_at_the_marks_are_short_enough_for_a_narrow_screen(top, language, expected):
    assert marks(value(top, None, "mg"), language=language) == expected


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=8))
def test_lengths_never_leave_the_axis_and_are_ordered_as_the_values(numbers):
    drawn = chart([value(number, None, "mg") for number in numbers], "mg")
    lengths = [float(bar.low) for bar in drawn.bars]
    assert all(0 <= length <= 100 for length in lengths)
    ordered = sorted(zip(numbers, lengths, strict=True))
    assert [length for _number, length in ordered] == sorted(lengths)
