from itertools import pairwise

import pytest
from django.conf import settings

from blog.infographics.panels import PANELS
from blog.infographics.stylesheet import stylesheet_for


def sheet(*panels, kinds=()):
    figure = [{"type": "infographic", "value": {"panels": [{"type": name} for name in panels]}}]
    body = [{"type": "text", "value": "<p>Words</p>"}, *({"type": kind, "value": {}} for kind in kinds)]
    return stylesheet_for([*body, *(figure if panels else [])], "article", settings.STYLESHEETS)


def test_words_alone_need_no_panels():
    assert sheet() == "article"


@pytest.mark.parametrize(
    ("panels", "expected"),
    [
        (["nutrient", "call_to_action"], "article-infographic"),
        (["nutrient", "bars"], "article-charts"),
        (["statistic"], "article-charts"),
    ],
)
def test_panels_decide_how_much_is_loaded(panels, expected):
    assert sheet(*panels) == expected


@pytest.mark.parametrize("name", [name for name, _panel in PANELS])
def test_every_panel_finds_its_own_component(name):
    assert f"blog/css/{name}.css" in settings.STYLESHEETS[sheet(name)]


def test_an_infographic_without_panels_still_has_its_frame():
    body = [{"type": "infographic", "value": {"title": "Empty"}}]
    found = stylesheet_for(body, "article", settings.STYLESHEETS)
    assert "blog/css/infographic.css" in settings.STYLESHEETS[found]


def test_what_is_stored_elsewhere_may_hold_any_panel():
    assert sheet(kinds=["borrowed_infographic"]) == "article-all"


def test_what_few_articles_hold_is_loaded_by_those_only():
    assert sheet(kinds=["video"]) == sheet("nutrient", kinds=["quote"]) == "article-all"
    assert sheet(kinds=["table", "note", "product_callout"]) == "article"


def test_a_panel_nobody_knows_any_more_leaves_the_others_dressed():
    assert sheet("nutrient", "gone") == "article-infographic"


def test_the_last_has_everything():
    sheets = [set(parts) for name, parts in settings.STYLESHEETS.items() if name.startswith("article")]
    assert sheets[-1] == set().union(*sheets)
    assert all(smaller < larger for smaller, larger in pairwise(sheets))
