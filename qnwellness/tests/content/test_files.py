import pytest

from qnwellness.content.files import MAX_BYTES, Unreadable, read_bytes, refuse_binary, without_mark


def test_a_file_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    assert read_bytes(path) == b"words"


def test_what_cannot_be_read_is_told_apart(tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for path, words in ((tmp_path, "folder"), (tmp_path / "nothing", "no such file"), (large, "over 15 MB")):
        with pytest.raises(Unreadable, match=words) as refusal:
            read_bytes(path)
        assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", b"%PDF-1.7", b"PK\x03\x04"])
def test_a_file_that_is_no_text_is_named(data):
    with pytest.raises(Unreadable, match="not text"):
        refuse_binary(data)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(b"\xef\xbb\xbfx", "UTF-8"), (b"\xff\xfex\0", "UTF-16-LE"), (b"\xfe\xff\0x", "UTF-16-BE"), (b"x", None)],
)
def test_a_byte_order_mark_names_the_encoding_and_is_taken_off(data, encoding):
    marked, body = without_mark(data)
    assert marked == encoding
    assert body.decode(encoding or "UTF-8") == "x"
