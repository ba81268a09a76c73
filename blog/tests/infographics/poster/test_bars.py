from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.infographics.poster.boxes.area import Area
from blog.infographics.poster.boxes.canvas import Canvas, Region
from blog.infographics.poster.boxes.theme import Theme
from blog.infographics.poster.panels.bars import Bar, Bars, axis_of, drawing

from .test_faces import regions

WHOLE = st.integers(0, 10**6).map(Decimal)
BARS = st.lists(st.tuples(WHOLE, st.none() | WHOLE), min_size=1, max_size=8)


def drawn(panel: Bars, width: float) -> list[Region]:
    box, canvas = drawing(panel, Theme()), Canvas(width, 4000)
    box.paint(canvas, Area(0, 0, width, box.height(width)))
    return [region for region in regions(canvas.region) if region.name == "DrawnBar"]


def panel(*ends: tuple[Decimal, Decimal | None], unit: str = "mg") -> Bars:
    bars = (Bar("A", low, None if span is None else low + span, "x") for low, span in ends)
    return Bars("Bars", unit, tuple(bars))


@given(BARS, st.sampled_from([420.0, 900.0]), st.sampled_from(["mg", "%"]))
def test_bars_are_as_long_as_their_values_are_large(
    ends: list[tuple[Decimal, Decimal | None]], width: float, unit: str
) -> None:
    shown = panel(*ends, unit=unit)
    end = axis_of(shown).end
    for bar, region in zip(shown.bars, drawn(shown, width), strict=True):
        marks = dict(region.marks[::-1])
        assert marks["bar"].x == region.area.x
        assert marks["bar"].width / region.area.width == pytest.approx(float(bar.low / end), abs=1e-6)
        if bar.high is not None and bar.high > bar.low:
            assert marks["range"].x == pytest.approx(marks["bar"].right)
            assert marks["range"].right == pytest.approx(
                region.area.x + region.area.width * float(bar.high / end), abs=1e-3
            )
        else:
            assert "range" not in marks


def test_percentages_are_drawn_on_a_hundred() -> None:
    [region] = drawn(panel((Decimal(30), Decimal(10)), unit="%"), 900)
    marks = dict(region.marks[::-1])
    assert (marks["bar"].width / region.area.width, marks["range"].right) == (
        pytest.approx(0.3),
        pytest.approx(region.area.x + 0.4 * region.area.width),
    )


def test_all_bars_of_a_panel_have_one_axis() -> None:
    tracks = drawn(panel((Decimal(3), None), (Decimal(400), None)), 900)
    assert len({(track.area.x, track.area.width) for track in tracks}) == 1
