import codecs
import io

import pytest

from qnwellness.content.files import Unreadable, refuse_binary
from qnwellness.tables.decoding import Decoding, decode

TEXT = "Handle,Title\nroot,Golden Root™ – naïve\n"


class TestText:
    @pytest.mark.parametrize(
        "data",
        [
            TEXT.encode(),
            codecs.BOM_UTF8 + TEXT.encode(),
            TEXT.encode("utf-16"),
            codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
            TEXT.encode("utf-16-le"),
            TEXT.encode("utf-16-be"),
        ],
    )
    def test_is_read_in_any_unicode_encoding_without_its_mark(self, data):
        assert decode(data) == (TEXT, ())

    def test_from_a_spreadsheet_is_read_as_windows_1252_and_said_so(self):
        text, notices = decode(TEXT.encode("cp1252"))
        assert text == TEXT
        assert "line 2" in notices[0]

    def test_with_single_windows_bytes_keeps_the_utf_8_around_them(self):
        text, _notices = decode("™ ".encode() + b"it\x92s")
        assert text == "™ it’s"

    def test_loses_control_characters_and_says_how_many(self):
        text, notices = decode(b"Handle,Title\n" + b"x" * 300 + b"a\0b")
        assert "\0" not in text
        assert notices == ("control characters were left out (1)",)


class TestOtherEncodings:
    @pytest.mark.parametrize(
        "data",
        [
            "Handle,Title\nroot,Золотой корень\n".encode("cp1251"),
            b"Handle,Title\nroot,\x81\x8d",
            codecs.BOM_UTF16_LE + b"a\x00\x00\xd8",
        ],
    )
    def test_are_refused_with_one_line_that_says_what_to_do(self, data):
        with pytest.raises(Unreadable, match="save"):
            decode(data)


class TestBinaryFiles:
    @pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\x89PNG\r\n", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"])
    def test_are_named(self, data):
        with pytest.raises(Unreadable, match="The file is a"):
            refuse_binary(data)

    def test_of_an_unknown_kind_are_refused(self):
        with pytest.raises(Unreadable, match="binary"):
            decode(bytes(range(32)) * 50)


class Pieces(io.BytesIO):
    """A stream that hands out three bytes at a time."""

    def read(self, size=-1):
        return super().read(3 if self.tell() else 9)


class TestStreams:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
    def test_are_decoded_as_the_whole_would_be(self, encoding):
        decoding = Decoding(Pieces(TEXT.encode(encoding)))
        assert ("".join(decoding), decoding.notices) == decode(TEXT.encode(encoding))

    def test_keep_utf_8_around_single_windows_bytes(self):
        assert "".join(Decoding(Pieces("™ 日本語 ".encode() + b"it\x92s"))) == "™ 日本語 it’s"

    def test_in_another_encoding_name_the_line(self):
        data = b"Handle,Title\nroot,a\n" * 50 + "Золотой".encode("cp1251")
        with pytest.raises(Unreadable, match="Line 101 is neither"):
            list(Decoding(io.BytesIO(data)))

    def test_that_are_cut_in_the_middle_of_a_character_are_refused(self):
        with pytest.raises(Unreadable, match="UTF-16-LE"):
            list(Decoding(io.BytesIO("ab".encode("utf-16")[:-1])))
