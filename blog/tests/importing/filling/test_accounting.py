"""Whatever is pasted, each of its words comes out in a panel or among what is left, and none is made up."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing.document import Bar
from blog.importing.filling import Filling, fill
from blog.importing.filling.incoming import MOST_BYTES
from blog.tests.importing.filling.texts import ALL
from qnwellness.content.files import Unreadable

_WORD = re.compile(r"[^\W\d_]+")
_HIDDEN = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->|<[^<>]*>|```\w*", re.DOTALL)

WORDS = (
    "Calcium",
    "bones",
    "99%",
    "30–40 %",
    "5 mg",
    "Do",
    "Avoid",
    "1",
    "2",
    "Sources: kale",
    "One: more",
    "of it.",
    "1. Sit",
)
LEAVES = st.sampled_from(WORDS) | st.text(st.sampled_from("abcdAB .:-–1%✅❌🌿"), min_size=1, max_size=12)
TAGS = (
    "div",
    "p",
    "span",
    "h1",
    "h2",
    "h3",
    "li",
    "ul",
    "ol",
    "strong",
    "a",
    "dl",
    "dt",
    "dd",
    "svg",
    "text",
    "button",
)


def boxes(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Any element with anything in it; only tables are well formed, as words that stray in one move out of it."""
    rows = st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3)
    boxed = st.builds(_box, st.sampled_from(TAGS), st.lists(inner, max_size=4))
    return boxed | st.builds(_table, rows, st.sampled_from(("td", "th")))


def _box(tag: str, parts: list[str]) -> str:
    return f"<{tag}>{' '.join(parts)}</{tag}>"


def _table(rows: list[list[str]], first: str) -> str:
    names = [first, *["td"] * (len(rows) - 1)]
    cells = (
        "".join(f"<{name}>{cell}</{name}>" for cell in row) for name, row in zip(names, rows, strict=True)
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


PAGES = st.lists(st.recursive(LEAVES, boxes, max_leaves=12), min_size=1, max_size=8).map(" ".join)
LINES = st.lists(
    st.sampled_from(("# ", "## ", "- ", "1. ", "2. ", "**", "", "", "| ", "> ", "✅ ")).flatmap(
        lambda mark: LEAVES.map(lambda words: mark + words)
    ),
    max_size=20,
).map("\n".join)


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _WORD.findall(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in ("handle", "link", "unit") or not hasattr(value, "title"):
                yield from words_in(getattr(value, part.name))


def unlike(source: str, filling: Filling) -> tuple[Counter[str], Counter[str]]:
    """The words of a source that are gone, and those that were made up."""
    shown, came = Counter(_WORD.findall(_HIDDEN.sub(" ", source))), Counter(words_in(filling))
    # "Step 1" is counted by the panel itself, and an entity's name is no word.
    gone = {
        word: count
        for word, count in (shown - came).items()
        if word.casefold() not in ("step", "amp", "nbsp")
    }
    return Counter(gone), Counter({word: 1 for word in came if word not in shown})


@pytest.mark.parametrize("source", ALL)
def test_every_word_of_what_people_paste(source: str) -> None:
    assert unlike(source, fill(source)) == (Counter(), Counter())


@settings(max_examples=300, deadline=None)
@given(PAGES | LINES)
@pytest.mark.slow
def test_every_word_of_anything(source: str) -> None:
    try:
        filling = fill(source)
    except Unreadable:
        return
    assert unlike(source, filling) == (Counter(), Counter())


@settings(max_examples=200, deadline=None)
@given(PAGES | LINES)
@pytest.mark.slow
def test_every_panel_fits_its_fields(source: str) -> None:
    try:
        filling = fill(source * 3, untitled="Brief")
    except Unreadable:
        return
    assert len(filling.infographic.title) <= 160
    for panel in filling.infographic.panels:
        assert 0 < len(panel.title) <= 120
        for bar in getattr(panel, "bars", ()):
            assert isinstance(bar, Bar)
            assert bar.high is None or bar.high > bar.low


TANGLES = (
    "<div>" * 1400,
    "<b><p>" * 28_000,
    "<ul><li>" * 1000,
    "<p>A b c." * 22_000,
    "# h\n- a\n" * 20_000,
    "**a " * 12_000,
    "*a_ " * 12_000,
    "[" * 50_000,
    "> " * 24_000 + "**x",
    "<" * 190_000,
    "<h3>A</h3><p>b.</p>" * 9000,
    "<p>99%</p><p>of x</p>" * 8000,
    "<p>1</p><p>Aaa</p>" * 9000,
    "1," * 99_000,
    "<p>" + "Aaaaa. " * 28_000,
    "<table><tr><td>" * 13_000,
    "a\n" * 99_000,
    "".join(f"<b id={n}>" for n in range(3000)) + "<p>x" * 30_000,
)


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize("source", TANGLES, ids=lambda source: source[:12])
def test_nothing_takes_long(source: str) -> None:
    start = time.process_time()
    with suppress(Unreadable):
        fill(source[: MOST_BYTES - 1])
    assert time.process_time() - start < 6
