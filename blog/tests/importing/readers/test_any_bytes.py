"""Pages, blogs, texts and archives with anything done to them: each is read, or refused in one line."""

import random
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from blog.importing.document import Rejected
from blog.importing.packages import packages
from blog.importing.readers import Unreadable, read_data
from blog.tests.importing.packages.packing import archived
from blog.tests.importing.readers.html.pages import page
from blog.tests.importing.readers.wordpress.export import attachment, category, export, item

POST = """<!-- wp:paragraph {"align":"left"} -->
<p>Rest is <em>worth</em> having.<sup data-fn="a"><a href="#a" id="a-link">1</a></sup></p>
<!-- /wp:paragraph --><!-- wp:footnotes /--><!-- wp:block {"ref":3} /-->
<figure><img class="wp-image-9" src="https://leaf.example/cup-300x200.jpg"><figcaption>A cup</figcaption></figure>
"""
CLASSIC = """[caption id="a"]<img src="a.png"> A <b>leaf</b>[/caption]

[gallery ids="9,8"] [vc_row a="b"]Tea[/vc_row] [1]
https://www.youtube.com/watch?v=abcdefghijk

<ul><li>one</li></ul>[embed]https://leaf.example[/embed]<pre>a

b</pre>"""
BLOG = (
    item(
        POST,
        id=1,
        meta={"footnotes": '[{"content":"Meier","id":"a"}]', "_thumbnail_id": "9"},
        more=category("Tea"),
    ),
    item(CLASSIC, id=2, status="draft", excerpt="<p>A <a href='/x'>word</a></p>"),
    attachment(9, "https://leaf.example/cup.jpg", alt="Cup", parent=2),
    item("<p>Again.</p>", id=3, post_type="wp_block"),
)
SEEDS = {
    "wordpress": [export(*BLOG), export(*BLOG).decode().encode("utf-16"), export(*BLOG[1:3])],
    "html": [page().encode(), page().encode("utf-16"), CLASSIC.encode(), (POST * 3).encode("cp1252")],
    "text": ["Tea\n\n• leaf — “cup”\n• pot\n".encode(), b"It\x92s tea\r\n", "Thé â€™ ".encode() * 5],
}
PIECES = [
    *(
        b"",
        b"\0",
        b'"',
        b"<",
        b">",
        b"</",
        b"&",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"[",
        b"]",
        b"[/caption]",
    ),
    *(
        b"<item>",
        b"</item>",
        b"<wp:post_type>",
        b"<p>",
        b"</div>",
        b"<table><tr>",
        b"\xff",
        b"\x92",
        b"\n\n",
        b"\xc3\xa2",
    ),
    *(
        b"<script type=application/ld+json>",
        b"{",
        b"}",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"&b;",
        b"&#0;",
        b"<wp:x",
    ),
    *(
        "\ud7ff\ufffe\u2028\u202e".encode(),
        b"0000-00-00 00:00:00",
        b"9" * 300,
        b"data:image/png;base64,",
        b"<!-- wp:block",
    ),
]


def changed(data: bytes, chance: random.Random) -> bytes:
    """Bytes in which pieces were put, cut out and repeated."""
    for _change in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        length = chance.choice([0, 0, 1, 3, 20, 200])
        data = data[:start] + chance.choice(PIECES) * chance.choice([1, 1, 1, 50]) + data[start + length :]
    return data if chance.random() < 0.8 else data[: chance.randrange(len(data) + 1)]


def told(data: bytes, format: str) -> Iterator[str]:
    """The key of each article, the reason for each that is rejected, or for the whole file."""
    try:
        for found in read_data(data, source="file", format=format):
            yield found.reason if isinstance(found, Rejected) else found.source
    except Unreadable as refusal:
        yield str(refusal)


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize("format", list(SEEDS))
def test_any_change_leaves_a_file_read_or_refused(format: str) -> None:
    chance = random.Random(f"{format} of 2024")  # noqa: S311
    for _number in range(2_000):
        data = changed(chance.choice(SEEDS[format]), chance)
        begun = time.monotonic()
        for said in told(data, format):
            assert said
            assert "\n" not in said
        assert time.monotonic() - begun < 5


@pytest.mark.slow
def test_any_change_leaves_an_archive_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random("archives of 2024")  # noqa: S311
    seed = archived({"tea.html": page(), "img/leaf.png": b"leaf" * 90, "deep/cup.txt": "A cup", ".x": ""})
    path = tmp_path / "posts.zip"
    for _number in range(1_000):
        path.write_bytes(changed(seed, chance))
        for found in packages([path]):
            if isinstance(found, Rejected):
                assert found.reason
                assert "\n" not in found.reason
                continue
            found.folder.find("leaf.png")
            with suppress(OSError, Unreadable):
                assert len(found.file.whole()) == found.file.size
