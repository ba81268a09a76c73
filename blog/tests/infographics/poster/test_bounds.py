"""What a poster may hold at most."""

from decimal import Decimal

import pytest

from blog.infographics.poster.bounds import MOST_ENTRIES, MOST_IN_ALL, bounded
from blog.infographics.poster.panels.bars import Bar, Bars
from blog.infographics.poster.panels.checklist import Checklist
from blog.infographics.poster.panels.statistic import Statistic
from blog.infographics.poster.panels.steps import Steps
from blog.infographics.poster.panels.titled import Titled
from blog.infographics.poster.value import Poster

from .examples import BARE, EVERYTHING, EXAMPLE


@pytest.mark.parametrize("poster", [BARE, EXAMPLE, EVERYTHING])
def test_a_poster_of_usual_length_stays_as_it_is(poster):
    assert bounded(poster) == poster


def test_what_a_form_takes_is_not_cut():
    """The limits of the forms: see `max_length` in blog/infographics/panels."""
    panels = (
        Statistic("t" * 120, "f" * 60, "c" * 300),
        Steps("t" * 120, (Titled("t" * 120, "x" * 600),) * 20),
        Checklist("t" * 120, "l" * 40, ("p" * 300,), "l" * 40, ("p" * 300,)),
    )
    poster = Poster("t" * 160, "s" * 200, "l" * 600, panels)
    assert bounded(poster) == poster


def test_longer_texts_are_cut_with_a_sign_for_it():
    shown = bounded(Poster("t" * 900, panels=(Statistic("t" * 900, "5" * 900, "word " * 900),)))
    assert [len(shown.title), len(shown.panels[0].title), len(shown.panels[0].figure)] == [255, 255, 90]
    assert all(text.endswith("…") for text in (shown.title, shown.panels[0].figure, shown.panels[0].context))


def test_endless_lists_end():
    (shown,) = bounded(Poster("T", panels=(Steps("S", (Titled("Step"),) * 999),))).panels
    assert len(shown.steps) == MOST_ENTRIES


def test_a_poster_ends_where_it_would_hold_too_much():
    full = Steps("S", (Titled("t" * 120, "x" * 600),) * 20)
    shown = bounded(Poster("T", panels=(full,) * 12))
    assert len(shown.panels) == MOST_IN_ALL // (1 + 20 * 720)


@pytest.mark.parametrize("value", [Decimal("1e40"), Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_amount_has_no_bar(value):
    good = Bar("A", Decimal(5), None, "5%")
    bars = Bars("T", "%", (good, Bar("B", value, None, "9"), Bar("C", Decimal(1), value, "9"), good))
    assert bounded(Poster("T", panels=(bars,))).panels[0].bars == (good, good)
