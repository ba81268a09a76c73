import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.importing.readers import read_data
from blog.importing.readers.decoding import Decoded, decode, decoded
from qnwellness.content.files import Unreadable


class TestWindows:
    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"It\x92s \x93tea\x94 \x96 50\x99", "It’s “tea” – 50™"),
            (b"caf\xe9 it\x92s", "café it’s"),
            ("thé ".encode() + b"it\x92s", "thé it’s"),
        ],
    )
    def test_signs_are_read_and_told(self, data: bytes, text: str) -> None:
        found = decoded(b"Tea\n\n" + data)
        assert found.text == f"Tea\n\n{text}"
        (note,) = found.notes
        assert note.startswith("Line 3: the text is not valid UTF-8; its signs were read as Windows-1252")

    def test_what_tells_no_encoding_is_asked_for(self) -> None:
        with pytest.raises(Unreadable, match="byte 3: not valid UTF-8; save the file as UTF-8"):
            decode(b"caf\xe9")
        assert decoded(b"caf\xe9", any_western=True).text == "café"

    @pytest.mark.parametrize("encoding", ["cp1251", "gb18030"])
    def test_other_scripts_are_not_taken_for_it(self, encoding: str) -> None:
        with pytest.raises(Unreadable, match="not valid UTF-8"):
            decoded("Чай — «лист» чая".encode(encoding), any_western=True)
        assert decoded("Чай — лист".encode(encoding), encoding).text == "Чай — лист"

    def test_what_is_no_text_at_all_is_refused(self) -> None:
        with pytest.raises(Unreadable, match="not valid UTF-8"):
            decode(b"\x92\x01\x02\x03 some words")

    @pytest.mark.parametrize("declared", ["base64", "no such", "utf-16", "undefined", "idna", "rot13", "\0"])
    def test_a_declared_encoding_that_is_none_changes_nothing(self, declared: str) -> None:
        assert decoded(b"It\x92s", declared).text == "It’s"


class TestUtf16:
    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
    def test_needs_no_mark(self, encoding: str) -> None:
        assert decode("Tea\r\n\r\nA leaf.".encode(encoding)) == "Tea\n\nA leaf."

    def test_is_not_what_has_zeros_elsewhere(self) -> None:
        with pytest.raises(Unreadable, match="binary"):
            decode(b"Tea\0\0\0leaf\0and\0more")


class TestEncodedTwice:
    @pytest.mark.parametrize(
        "text",
        ["It’s “tea”", "café", "50–100 µg", "£5", "à la carte", "Plant Glucosamine™ for bones", "• leaf …"],
    )
    def test_is_mended_and_told(self, text: str) -> None:
        broken = text.encode().decode("sloppy-windows-1252")
        found = decoded(f"Tea\n{broken}\n".encode())
        assert found.text == f"Tea\n{text}\n"
        assert found.notes[0].startswith("Signs that were encoded twice were mended in 1 line (“")

    @pytest.mark.parametrize(
        "text",
        [
            "Bone Essential™, “naïve” – café® H₂O … ½ £5 • Ωμέγα 日本語 été à âge À Â Ã",
            "SÃO PAULO, CÂMARA, L’ÂNE — «ÎLE»",
            "10 °C ± 2 µg×kg⁻¹",
        ],
    )
    def test_is_not_what_is_meant(self, text: str) -> None:
        assert decoded(text.encode()) == Decoded(text)

    def test_controls_that_were_quotation_marks_are_those(self) -> None:
        assert decoded("It\u0092s".encode()).text == "It’s"

    def test_what_is_lost_is_told(self) -> None:
        assert decoded("Tea\nit\ufffds".encode()).notes == (
            "Line 2: One sign was lost before the text came here and shows as “\ufffd”.",
        )


def test_a_text_tells_how_it_was_read() -> None:
    (article,) = read_data(b"Tea\n\nIt\x92s a leaf.", source="tea.txt")
    assert article.notes == (
        "Line 3: the text is not valid UTF-8; its signs were read as Windows-1252, check them.",
    )


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece", [b"It\x92s tea ", "Itâ€™s tea ".encode(), b"\xc3\xa2\xe2\x82\xac", b"\xe9\x92 ab c d "]
)
def test_time_grows_with_length(piece: bytes) -> None:
    begun = time.perf_counter()
    decode(piece * (500_000 // len(piece)))
    assert time.perf_counter() - begun < 3


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, western: bool) -> None:
    try:
        found = decoded(data, any_western=western)
    except Unreadable:
        return
    assert found.text.strip()
    assert not {"\0", "\r", "\ufeff"} & set(found.text)
