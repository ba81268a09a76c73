from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.infographics.scale import scale

VALUES = st.decimals(min_value=0, max_value=Decimal("1e12"), allow_nan=False, allow_infinity=False)
UNITS = st.sampled_from(["%", "IU", "mg", ""])


def ticks(*values, unit="mg"):
    return [str(tick.normalize() + 0) for tick in scale(map(Decimal, values), unit).ticks]


@pytest.mark.parametrize("top", ["0", "3", "40", "100"])
def test_percentages_are_drawn_on_a_scale_from_0_to_100(top):
    assert ticks(top, unit="%") == ["0", "25", "50", "75", "100"]


def test_a_share_above_100_still_lies_on_its_scale():
    assert ticks("140", unit="%") == ["0", "50", "100", "150"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1000", "5000"], ["0", "1000", "2000", "3000", "4000", "5000"]),
        (["11", "5"], ["0", "5", "10", "15"]),
        (["11.5", "5"], ["0", "2.5", "5", "7.5", "10", "12.5"]),
        (["180"], ["0", "50", "100", "150", "200"]),
        (["0.3", "0.04"], ["0", "0.1", "0.2", "0.3"]),
        (["2", "1"], ["0", "1", "2"]),
        (["9.99"], ["0", "2", "4", "6", "8", "10"]),
    ],
)
def test_other_units_get_round_ticks(values, expected):
    assert ticks(*values) == expected


@pytest.mark.parametrize("values", [[], ["0"], ["0", "0.0"]])
def test_nothing_at_all_has_a_scale_too(values):
    assert ticks(*values) == ["0", "1"]


def test_a_value_lies_where_its_share_of_the_end_is():
    axis = scale([Decimal(30), Decimal(40)], "%")
    assert [axis.share(Decimal(value)) for value in (0, 30, 40, 100)] == [0, 0.3, 0.4, 1]
    assert [axis.share(Decimal(value)) for value in (-5, 120)] == [0, 1]


@given(st.lists(VALUES, min_size=1), UNITS)
def test_every_value_lies_on_its_scale_from_zero(values, unit):
    axis = scale(values, unit)
    assert axis.ticks[0] == 0
    assert axis.ticks[-1] == axis.end >= max(values)
    assert 2 <= len(axis.ticks) <= 6
    assert all(0 <= axis.share(value) <= 1 for value in values)
    assert len({later - tick for tick, later in zip(axis.ticks, axis.ticks[1:], strict=False)}) == 1


@given(st.lists(VALUES, min_size=2, max_size=2))
def test_lengths_are_to_each_other_as_the_values_are(values):
    axis = scale(values, "mg")
    low, high = sorted(values)
    assert axis.share(low) * float(high) == pytest.approx(axis.share(high) * float(low))


@given(st.lists(VALUES.filter(lambda value: value > 0), min_size=1))
def test_the_longest_bar_of_any_unit_takes_more_than_half_of_the_width(values):
    assert scale(values, "mg").share(max(values)) > 0.5 or max(values) == 1


@given(st.lists(st.integers(0, 10**9).map(Decimal), min_size=1))
def test_whole_numbers_are_measured_in_whole_numbers(values):
    assert all(tick == int(tick) for tick in scale(values, "capsule").ticks)
