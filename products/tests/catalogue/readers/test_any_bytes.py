"""Whatever is in a file, reading it ends in products or in one line that says what is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from products.catalogue.document import Catalogue
from products.catalogue.readers import FORMATS, read
from qnwellness.content.files import Unreadable

from ..shop_exports import CURRENT, LEGACY

_HEADERS = st.sampled_from(
    [
        ",".join(LEGACY).encode() + b"\n",
        ";".join(CURRENT).encode() + b"\r\n",
        b"Handle,Title,Names (product.metafields.x.other_names),I (product.metafields.x.ingredients),Variant Price\n",
        b"\xef\xbb\xbfhandle\tTITLE\tVariant Inventory Qty\tVariant Inventory Tracker\tVariant Barcode\n",
        "Handle,Title,Status,Published\n".encode("utf-16"),
        b"id\ttitle\tlink\tprice\tsale_price_effective_date\tavailability\titem_group_id\texpiration_date\n",
        b"ID,Type,SKU,Name,Published,In stock?,Stock,Parent,Regular price,Sale price,Attribute 1 value(s),Images\n",
        b'<rss xmlns:g="http://base.google.com/ns/1.0"><item><g:id>a</g:id><g:price>',
        b'<feed xmlns:g="http://base.google.com/ns/1.0"><entry><id>a</id><title>',
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
            *(
                b"</g:price></item></rss>",
                b"</title></entry></feed>",
                b"<![CDATA[",
                b"]]>",
                b"&trade;",
                b"&e;",
            ),
            *(b"<!DOCTYPE a [", b"variation", b"id:1", b"2026-01-01/9999-12-31", b"0001-01-01T00:00+14:00"),
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
    for row in result.rejected:
        assert row.row > 0
        _check_line(row.reason)
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
@given(header=_HEADERS, rest=st.binary(max_size=400) | _PIECES, format=st.sampled_from(FORMATS))
def test_any_bytes_do_so_when_their_format_is_given(header, rest, format):
    _read(header + rest, format=format)


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


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (b'{"products": []}', "The file is JSON"),
        (b"<!doctype html><p>Log in", "The file is a web page"),
        (b"<html><body>", "The file is a web page"),
        (b"<rss><channel><item><title>News</title></item></channel></rss>", "no attributes of products"),
        (b"<catalog><product/></catalog>", "begins with <catalog>"),
        (b"Name,Colour\nRoot,3\n", "its first row reads “Name, Colour”"),
    ],
)
def test_what_is_no_catalogue_is_told_by_what_was_seen(data, seen):
    with pytest.raises(Unreadable, match=seen) as problem:
        read(data)
    assert ", ".join(FORMATS) in str(problem.value)


def test_a_larger_file_may_be_allowed():
    assert read(b"Handle,Title\nroot,Root\n" + b" " * 15_000_000, max_bytes=20_000_000).products
