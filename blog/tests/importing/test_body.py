"""How the panels of an infographic are stored: as the editor's form would store them."""

from decimal import Decimal

import pytest

from blog.importing import document as doc
from blog.importing.body import Places, to_raw
from blog.infographics.line import words
from blog.models import ArticlePage

pytestmark = pytest.mark.django_db
INFOGRAPHIC = ArticlePage.body.field.stream_block.child_blocks["infographic"]

PANELS = (
    doc.Statistic("Stored", "99%", "of it is in bone & tooth"),
    doc.Bars(
        "Taken up",
        "%",
        (doc.Bar("With", "30–40%", Decimal(30), Decimal(40)), doc.Bar("Without", "15%", Decimal(15))),
    ),
    doc.Steps("A day", (doc.TitledText("Breakfast", "Kale."), doc.TitledText("Lunch", ""))),
    doc.Checklist("Mind", "Do", ("measure",), "Don't", ("double",)),
    doc.Comparison("Kinds", ("", "D2"), (("From", "mushrooms <wild>"),)),
)


@pytest.fixture
def value():
    (block,) = to_raw([doc.Infographic("All", panels=PANELS)], Places())
    return INFOGRAPHIC.clean(INFOGRAPHIC.to_python(block["value"]))


def panel(value, kind):
    (found,) = [panel.value for panel in value["panels"] if panel.block_type == kind]
    return found


def test_a_statistic(value) -> None:
    stored = panel(value, "statistic")
    assert stored["context"].source == "<p>of it is in bone &amp; tooth</p>"
    assert words(stored["figure"]) == "99%"


def test_bars_with_their_ranges(value) -> None:
    stored = panel(value, "bars")
    assert [(bar["label"], bar["low"], bar["high"]) for bar in stored["bars"]] == [
        ("With", 30, 40),
        ("Without", 15, None),
    ]
    assert stored["unit"] == "%"


def test_steps_with_and_without_a_text(value) -> None:
    assert [(step["title"], words(step["text"])) for step in panel(value, "steps")["steps"]] == [
        ("Breakfast", "Kale."),
        ("Lunch", ""),
    ]


def test_a_checklist_and_the_names_of_its_lists(value) -> None:
    stored = panel(value, "checklist")
    assert (stored["do_label"], stored["avoid_label"]) == ("Do", "Don't")
    assert [words(point) for point in (*stored["do"], *stored["avoid"])] == ["measure", "double"]


def test_a_checklist_whose_lists_have_no_names_gets_the_form_s() -> None:
    (block,) = to_raw(
        [doc.Infographic("All", panels=(doc.Checklist("Mind", "", ("a",), "", ("b",)),))], Places()
    )
    stored = panel(INFOGRAPHIC.to_python(block["value"]), "checklist")
    assert (str(stored["do_label"]), str(stored["avoid_label"])) == ("Do", "Avoid")


def test_a_comparison(value) -> None:
    table = panel(value, "comparison")["table"]
    assert [column["heading"] for column in table.columns] == ["", "D2"]
    assert [[words(cell.value) for cell in row] for row in table.rows] == [["From", "mushrooms <wild>"]]
