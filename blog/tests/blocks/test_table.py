"""Tables."""

import pytest

from blog.tests.factories import block

from .reading import article_of, words

pytestmark = pytest.mark.django_db


def table(caption="Magnesium in food", first_column_is_header=True):
    columns = [
        {"type": "text", "heading": "Food"},
        {"type": "text", "heading": "mg"},
        {"type": "rich_text", "heading": "Remark"},
    ]
    rows = [{"values": ["Almonds", "80", "<p>Dry <b>roasted</b></p>"]}]
    value = {"table": {"caption": caption, "columns": columns, "rows": rows}}
    return article_of(block("table", {**value, "first_column_is_header": first_column_is_header}))


def test_every_cell_can_be_told_by_its_headers():
    shown = table()
    assert [(words(cell), cell["scope"]) for cell in shown.select("th")] == [
        ("Food", "col"),
        ("mg", "col"),
        ("Remark", "col"),
        ("Almonds", "row"),
    ]
    assert [words(cell) for cell in shown.select("td")] == ["80", "Dry roasted"]


def test_the_first_column_need_not_name_the_rows():
    assert not table(first_column_is_header=False).select("th[scope=row]")


def test_a_table_too_wide_can_be_scrolled_by_keyboard_and_has_a_name():
    region = table().select_one("[role=region]")
    assert region["tabindex"] == "0"
    assert region["aria-label"] == words(region.caption) == "Magnesium in food"


def test_a_table_without_a_caption_still_has_a_name():
    region = table(caption="").select_one("[role=region]")
    assert region["aria-label"] == "Table"
    assert not region.select("caption")
