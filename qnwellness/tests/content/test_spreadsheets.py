"""A spreadsheet in which nothing is a formula, and nothing breaks it."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from qnwellness.content.spreadsheets import CsvSheet, as_xlsx


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


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", "\n", " =", "\0="])
def test_a_csv_says_with_an_apostrophe_that_text_is_no_formula(start: str) -> None:
    stream = StringIO()
    CsvSheet(stream, ["Title", "Row"]).append([f"{start}1", -7])
    (_headings, (title, number)) = csv.reader(StringIO(stream.getvalue(), newline=""))
    assert title == "'" + f"{start}1".replace("\0", "")
    assert number == "-7"


def test_words_in_a_csv_stay_as_they_are() -> None:
    stream = StringIO()
    CsvSheet(stream, ["Title"]).append(["Iron, “with” 1=1"])
    assert list(csv.reader(StringIO(stream.getvalue(), newline="")))[1] == ["Iron, “with” 1=1"]
