import pytest

from qnwellness.content.files import Unreadable
from qnwellness.tables import table
from qnwellness.tables.table import read_header, read_table


class TestDelimiters:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_are_recognised_by_the_header(self, delimiter):
        text = delimiter.join(["Handle", "Title", "Price"]) + "\n" + delimiter.join(["root", "Root", "29.90"])
        assert read_table(text).header == ("Handle", "Title", "Price")
        assert list(read_table(text).rows[0].cells) == ["root", "Root", "29.90"]

    def test_may_be_named_by_the_file_itself(self):
        text = "sep=;\r\nHandle;Title, long\r\nroot;a\r\n"
        assert read_header(text) == ("Handle", "Title, long")
        assert read_table(text).rows[0].number == 3


class TestRows:
    def test_are_numbered_as_a_spreadsheet_does(self):
        rows = read_table('Handle,Title\n\n,\nroot,"two\r\nlines"\nleaf,b\n').rows
        assert [row.number for row in rows] == [4, 5]

    def test_keep_line_ends_and_delimiters_in_quotes(self):
        (row,) = read_table('Handle,Title\r\nroot,"a, ""b""\r\nc"\r\n').rows
        assert row.cells[1] == 'a, "b"\r\nc'

    def test_hold_cells_that_are_longer_than_python_likes(self):
        (row,) = read_table(f"Handle,Title\nroot,{'x' * 200_000}").rows
        assert len(row.cells[1]) == 200_000

    def test_whose_quote_never_ends_say_so(self):
        first, second = read_table('Handle,Title\nleaf,a\nroot,"b\nmore,c\n').rows
        assert first.closed
        assert not second.closed
        assert second.cells[1] == "b\nmore,c\n"

    def test_are_not_too_many(self, monkeypatch):
        monkeypatch.setattr(table, "MAX_ROWS", 3)
        with pytest.raises(Unreadable, match="more than 3 rows"):
            read_table("Handle\n" + "a\n" * 4)


def test_a_text_without_rows_is_an_empty_file():
    with pytest.raises(Unreadable, match="empty"):
        read_table("\n \r\n")
