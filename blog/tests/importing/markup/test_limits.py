"""What no text is: refused quickly, with one line for a person; and time in proportion to length."""

import contextlib
import gc
import re
import sys
import time

import pytest

from blog.importing.markup import read_markup
from blog.importing.markup.tokens import Tag, tokens
from qnwellness.content.files import Unreadable

NESTED = (
    *(
        "div",
        "span",
        "b",
        "ul><li",
        "ol",
        "table><tr><td",
        "blockquote",
        "dl><dd",
        "details",
        "figure",
        "sup",
        "a",
        "q",
    ),
    *(
        "p><table><tr><td",
        "section style='background:red'",
        "details><summary>x</summary><div",
        "nav",
        "h2><div",
    ),
)
EVIL = (
    *(
        "<",
        "<a ",
        '<a x="',
        '<a "=">',
        "</",
        "<!--",
        "<!",
        "&",
        "&#",
        "<p>",
        "x<br>",
        "• x<br>",
        "<br>",
        "[1] ",
    ),
    *("<td>x", "<li>x", "<b>x</b>", "<script>", "<style>", "<title>", "<b><p></b>", '<a href="#a">1</a>'),
    *(
        "<p>• x</p>",
        "\u00a0",
        "<p><em>x</em></p>",
        "<div class=c><h3>x</h3><p>y</p></div>",
        "<nav>x</nav>",
        "<img>",
    ),
    *(
        "x<sup>1</sup>",
        "&amp;amp;",
        "[caption]<img>",
        "<dl><dt>a?<dd>b</dl>",
        "<td rowspan=9999 colspan=9999>x",
    ),
    *("<p>[1] x</p>", "—", " ", "<h2>", '<p id="a">', "<details><summary>a</summary>b</details>"),
)


@pytest.mark.parametrize("tag", NESTED)
def test_what_is_nested_as_deeply_as_allowed_is_read(tag: str) -> None:
    names = [name.split()[0] for name in re.findall(r"<(\w[^<>]*)>", f"<{tag}>") if name != "summary"]
    times = 195 // len(names)
    source = f"<{tag}>" * times + "Rye is sour." + "".join(f"</{name}>" for name in reversed(names)) * times
    # As deep as a request is when it comes here.
    assert _at_depth(100, source).elements


def _at_depth(depth: int, source: str) -> object:
    return read_markup(source) if depth == 0 else _at_depth(depth - 1, source)


@pytest.mark.timed
@pytest.mark.parametrize("tag", ["div", "span", "b", "ul", "table", "x-y"])
def test_a_hundred_thousand_nested_elements_are_refused_at_once(tag: str) -> None:
    source = f"<{tag}>" * 100_000
    start = time.perf_counter()
    with pytest.raises(Unreadable, match="200 deep"):
        read_markup(source)
    assert time.perf_counter() - start < 1
    assert sys.getrecursionlimit() == 1000


def test_more_than_a_megabyte_of_markup_is_refused_and_scripts_and_pictures_do_not_count() -> None:
    with pytest.raises(Unreadable, match="1 MB"):
        read_markup(f"<p>{'Rye is sour. ' * 80_000}</p>")
    beside = f"<script>{'x' * 1_500_000}</script><img src='data:image/png;base64,{'A' * 1_500_000}'>"
    assert len(read_markup(f"<p>Rye.</p>{beside}").elements) == 2


def test_more_than_five_thousand_parts_are_refused() -> None:
    with pytest.raises(Unreadable, match="5,000"):
        read_markup("<p>Rye</p>" * 5_001)


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize("evil", EVIL)
def test_the_time_grows_with_the_length(evil: str) -> None:
    short, long = evil * (20_000 // len(evil)), evil * (80_000 // len(evil))
    # What grows with the square of the length takes sixteen times as long; a machine that does more makes noise.
    assert any(_seconds(long) < max(0.3, _seconds(short) * 12) for _time in range(3))


def _seconds(source: str) -> float:
    gc.collect()
    start = time.process_time()
    with contextlib.suppress(Unreadable):
        read_markup(source)
    return time.process_time() - start


def test_signs_that_begin_no_tag_are_words_together() -> None:
    assert list(tokens("< 3 <3 << &lt;<p>Rye <")) == ["< 3 <3 << <", Tag("p", {}), "Rye <"]


@pytest.mark.timed
def test_half_a_megabyte_of_signs_that_begin_no_tag_is_read_at_once() -> None:
    assert _seconds("<" * 500_000) < 2
