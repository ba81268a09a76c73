"""A spreadsheet in which nothing is a formula, and nothing breaks it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from products.screens.spreadsheet import as_xlsx


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "=HYPERLINK(", "=cmd|' /C calc'!A0"])
def test_text_stays_text_whatever_it_begins_with(start: str) -> None:
    sheet = load_workbook(BytesIO(as_xlsx("Catalogue", ["Title"], [[f"{start}1"]]))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value.strip() == f"{start}1".strip()


def test_what_a_spreadsheet_cannot_hold_is_left_out() -> None:
    sheet = load_workbook(
        BytesIO(as_xlsx("T" * 50, ["Title", "Row"], [["a\0b\x0bc" + "d" * 40_000, 7]]))
    ).active
    assert sheet["A2"].value.startswith("abcd")
    assert len(sheet["A2"].value) == 32_767
    assert sheet["B2"].value == 7
    assert sheet["B2"].data_type == "n"
