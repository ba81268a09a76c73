import pytest

from blog.importing.readers import MAX_BYTES, READERS, Unreadable, read_data

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def test_a_text_is_recognised_without_being_named() -> None:
    (article,) = read_data(b"Title\n\nText.\n", source="tea.txt")
    assert article.source == "tea.txt"
    assert [element.line for element in article.elements] == [1, 3]


def test_every_reader_has_a_name_of_its_own() -> None:
    names = [reader.name for reader in READERS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t\n", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (PNG, "The file is a PNG picture, not text."),
        (
            b"%PDF-1.7",
            "The file is a PDF document, not text; a PDF keeps no headings: open it in Word and save it as .docx.",
        ),
        (b"Title\n\x00\x01\x02", "The file is binary, not text."),
        ("Title\n\ncaf\xe9".encode("latin-1"), "Line 3, byte 10: not valid UTF-8; save the file as UTF-8."),
        (b"\xff\xfea", "Line 1, byte 2: not valid UTF-16-LE; save the file as UTF-8."),
        (b"x" * (MAX_BYTES + 1), "The file is over 15 MB, the limit for one article."),
        (b"<?xml version='1.0'?><tea/>", "The file has no known format."),
        (
            b"<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>",
            "The file is a feed (RSS or Atom), which holds the newest posts only, and often their beginnings only;"
            " hand in an export or saved pages instead.",
        ),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_data(data, source="tea.txt")
    assert str(refusal.value) == message


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(Unreadable, match=r"Unknown format “papyrus”; known formats: .*text"):
        read_data(b"Title", source="tea.txt", format="papyrus")


def test_a_named_format_outranks_recognition() -> None:
    (article,) = read_data(b"<html>", source="tea.txt", format="text")
    assert article.elements[0].html == "&lt;html&gt;"
