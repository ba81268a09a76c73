import pytest

from blog.infographics.poster.alternative import alternative
from blog.infographics.poster.drawings import DRAWINGS, told
from blog.infographics.poster.value import Panel, Poster

from .examples import ALL, BARE, EVERYTHING


def test_words_say_what_the_picture_shows_in_its_order() -> None:
    words = alternative(EVERYTHING)
    expected = [
        "D3 and K2 at a glance", "With enough vitamin D: 30–40%", "In food: oily fish", "Placed: K2 activates",
        "Vitamin D3: 600–800\u00a0IU. More only", "1. Breakfast", "Avoid: Adding up",
        "Where it comes from; Vitamin D2: Mushrooms", "Bone Essential™", "Sources: Institute", "qnwellness.example",
    ]  # fmt: skip
    places = [words.find(part) for part in expected]
    assert places == sorted(places)
    assert places[0] == 0


@pytest.mark.parametrize("panel", ALL, ids=lambda panel: type(panel).__name__)
def test_every_kind_of_panel_says_its_title_and_more(panel: Panel) -> None:
    title, *lines = told(panel)
    assert title == panel.title
    assert any(lines)


def test_there_is_an_example_of_every_kind() -> None:
    assert {type(panel) for panel in ALL} == set(DRAWINGS)


def test_a_poster_without_panels_is_its_title_and_where_it_stands() -> None:
    assert alternative(BARE).splitlines() == [
        "Magnesium and sleep", "", "QN Wellness", "qnwellness.example/blog/magnesium"
    ]  # fmt: skip
    assert alternative(Poster("")) == ""
