"""Whatever is in a file, reading it ends in products or in one line that says what is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from products.catalogue.document import Catalogue
from products.catalogue.readers import read
from qnwellness.content.files import Unreadable

from ..shop_exports import CURRENT, LEGACY

_HEADERS = st.sampled_from(
    [
        ",".join(LEGACY).encode() + b"\n",
        ";".join(CURRENT).encode() + b"\r\n",
        b"Handle,Title,Names (product.metafields.x.other_names),I (product.metafields.x.ingredients),Variant Price\n",
        b"\xef\xbb\xbfhandle\tTITLE\tVariant Inventory Qty\tVariant Inventory Tracker\tVariant Barcode\n",
        "Handle,Title,Status,Published\n".encode("utf-16"),
        b"",
    ]
)
_PIECES = st.lists(
    st.sampled_from(
        [
            *(b"a", b",", b";", b"\t", b'"', b"\n", b"\r", b"\0", b"\x92", b"\x81", b"\xff\xfe", b"sep=|\n"),
            *(
                b"[",
                b'["\\ud800"]',
                b'[{"name": "a"}]',
                b"1.23E+11",
                b"S$29,90",
                b"TRUE",
                b"-",
                b"=",
                "™".encode(),
            ),
            *(b"archived", b"http://x", b"&#0;", b"<b>", b"9999999999999999999999", b"\xe2\x80\x8b"),
        ]
    )
).map(b"".join)


def _read(data: bytes, format: str | None = None) -> None:
    try:
        result = read(data, format=format)
    except Unreadable as error:
        _check_line(str(error))
        return
    assert isinstance(result, Catalogue)
    for product in result.products:
        assert product.handle
        # What is read can be stored: no lone surrogates.
        str(product).encode()


def _check_line(text: str) -> None:
    assert text.strip()
    assert "\n" not in text


@settings(max_examples=300, deadline=None)
@given(header=_HEADERS, rest=st.binary(max_size=400) | _PIECES)
def test_any_bytes_give_products_or_one_clear_line(header, rest):
    _read(header + rest)


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=400) | _PIECES)
def test_any_bytes_do_so_when_their_format_is_given(data):
    _read(data, format="shopify-csv")


@pytest.mark.parametrize("data", [b"", b"  \n\r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
def test_a_file_without_content_is_empty(data):
    with pytest.raises(Unreadable, match="The file is empty"):
        read(data)


def test_a_file_that_is_too_large_says_so():
    with pytest.raises(Unreadable, match="larger than 15 MB"):
        read(b"a" * 15_000_001)


def test_an_unknown_format_names_those_that_there_are():
    with pytest.raises(Unreadable, match="shopify-csv"):
        read(b"Handle,Title\n", format="spreadsheet")
