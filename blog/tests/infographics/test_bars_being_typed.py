"""Bars of a form that is not valid yet: the panels beside it read them as they were typed."""

import pytest

from blog.infographics.panels.bars import BarsPanel, shown_bars

PANEL = BarsPanel()


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("30", "40", ["30–40%"]),
        ("30", "", ["30%"]),
        ("30", "fourty", ["30%"]),
        ("", "40", []),
        ("about 30", "", []),
        ("NaN", "", []),
        ("-3", "", []),
    ],
)
def test_shows_the_numbers_among_them(low: str, high: str, shown: list[str]) -> None:
    bar = PANEL.child_blocks["bars"].child_block.normalize(
        {"label": "With", "fact": None, "low": low, "high": high}
    )
    value = PANEL.normalize({"title": "Taken up", "unit": "%", "bars": [bar]})
    assert [one.text for one in shown_bars(value)] == shown
