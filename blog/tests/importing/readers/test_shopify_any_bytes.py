"""Files of shops with anything done to them: each is read, or refused in one line, and never anything else."""

import json
import random
import time
from collections.abc import Iterator

import pytest

from blog.importing.document import Rejected
from blog.importing.readers import Unreadable, read_data
from blog.tests.importing.readers.test_matrixify import COMMENT, MILK, TEA, table, workbook
from blog.tests.importing.readers.test_shopify_json import ADMIN, REST, STOREFRONT

SEEDS = {
    "shopify-json": [
        json.dumps({"articles": [REST, {**REST, "id": 2}]}).encode(),
        json.dumps(
            {"data": {"articles": {"edges": [{"node": ADMIN}], "pageInfo": {"hasNextPage": True}}}}
        ).encode(),
        "\n".join(map(json.dumps, [ADMIN, STOREFRONT])).encode(),
        json.dumps([REST], ensure_ascii=False).encode("utf-16"),
    ],
    "matrixify-csv": [
        table(TEA, COMMENT, MILK).encode(),
        table(TEA, MILK, delimiter=";").encode("cp1252"),
        table(TEA, MILK, delimiter="\t").encode("utf-16"),
    ],
    "matrixify-xlsx": [workbook(TEA, MILK)],
}
PIECES = [
    b"",
    b"\0",
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b";",
    b"\n",
    b"\\",
    b"\\ud800",
    b"\xff",
    b"\x92",
    b"<",
    b"&",
]
PIECES += [
    b"null",
    b"9" * 400,
    b"=HYPERLINK(",
    b"'",
    b"TRUE",
    b"gid://shopify/Article/",
    b"<table>",
    b"&amp;amp;",
]


def changed(data: bytes, chance: random.Random) -> bytes:
    for _change in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        length = chance.choice([0, 0, 1, 3, 20, 200])
        data = data[:start] + chance.choice(PIECES) * chance.choice([1, 1, 1, 50]) + data[start + length :]
    return data if chance.random() < 0.8 else data[: chance.randrange(len(data) + 1)]


def told(data: bytes, format: str) -> Iterator[str]:
    """The place of each article, the reason for each that is rejected, or for the whole file."""
    try:
        for found in read_data(data, source="file", format=format):
            yield found.place
            if isinstance(found, Rejected):
                yield found.reason
    except Unreadable as refusal:
        yield str(refusal)


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize(
    ("format", "number"), [("shopify-json", 900), ("matrixify-csv", 900), ("matrixify-xlsx", 200)]
)
def test_any_change_leaves_a_file_read_or_refused(format: str, number: int) -> None:
    chance = random.Random(f"{format} of 2024")  # noqa: S311
    for _number in range(number):
        data = changed(chance.choice(SEEDS[format]), chance)
        begun = time.monotonic()
        for said in told(data, format):
            assert said
            assert "\n" not in said
        assert time.monotonic() - begun < 5


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize(
    ("format", "pattern"),
    [
        ("shopify-json", "["),
        ("shopify-json", '{"a":'),
        ("shopify-json", '[{"articles":'),
        ("shopify-json", '"\\'),
        ("matrixify-csv", "\r"),
        ("matrixify-csv", '"'),
        ("matrixify-csv", ",\r"),
        ("matrixify-csv", "=HYPERLINK("),
    ],
)
def test_the_time_grows_with_the_length(format: str, pattern: str) -> None:
    """From 0.5 to 1 MB at most 2.5 times as long; what takes no time at all is not compared."""
    head = '{"articles":[' if format == "shopify-json" else table(TEA)

    def taken(length: int) -> float:
        data = (head + pattern * (length // len(pattern))).encode()
        begun = time.process_time()
        for _said in told(data, format):
            pass
        return time.process_time() - begun

    half = min(taken(500_000) for _try in range(2))
    assert min(taken(1_000_000) for _try in range(2)) < max(2.5 * half, 0.3)
