import pytest

from qnwellness.content.files import Unreadable
from qnwellness.tables import table
from qnwellness.tables.table import read_header, read_table, stream_table


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


class TestStreams:
    @pytest.mark.parametrize("size", [1, 2, 3, 7, 1_000])
    def test_yield_the_rows_of_the_whole_text_however_they_are_cut(self, size):
        text = 'Handle;Title\r\n\r\nroot;"two\r\nlines; ""quoted"""\rleaf;b\nstem;c'
        header, rows = stream_table(text[at : at + size] for at in range(0, len(text), size))
        assert (header, tuple(rows)) == (read_table(text).header, read_table(text).rows)

    def test_begin_before_the_text_has_ended(self):
        def pieces():
            yield "Handle,Title\n" + "root,a\n" * 20_000
            raise AssertionError("this was read too early")

        _header, rows = stream_table(pieces())
        assert next(rows).number == 2

    def test_stop_at_a_line_that_has_no_end(self, monkeypatch):
        monkeypatch.setattr(table, "LONGEST_LINE", 1_000)
        with pytest.raises(Unreadable, match="A line is longer than"):
            list(stream_table(["Handle,Title\n", *["x" * 400] * 10])[1])

    def test_tell_of_a_quote_that_never_ends(self):
        _header, rows = stream_table(['Handle,Title\nleaf,a\nroot,"b\nmo', "re,c\n"])
        assert [row.closed for row in rows] == [True, False]
