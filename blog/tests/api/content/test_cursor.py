"""A list goes on where it was left, and nowhere else."""

import base64
import json
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.api.content.cursor import BadCursor, Cursor, moment_of, read_cursor

KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80)


def written(said: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(said, separators=(",", ":")).encode()).decode().rstrip("=")


@given(KEYS, st.integers(1, 2**31 - 1))
def test_a_cursor_is_read_as_it_was_given(key: str, number: int) -> None:
    assert read_cursor(str(Cursor(key, number))) == Cursor(key, number)


@given(
    st.text(max_size=80) | st.binary(max_size=60).map(lambda data: base64.urlsafe_b64encode(data).decode())
)
def test_anything_else_is_refused_and_nothing_worse(text: str) -> None:
    with suppress(BadCursor):
        assert str(read_cursor(text)) == text


@pytest.mark.parametrize(
    "said",
    [["a"], ["a", 0], ["a", -1], ["a", 2**31], ["a", True], ["a", 1.5], [1, 1], {"a": 1}, ["a\0", 1], None],
)
def test_what_no_list_says_is_refused(said: object) -> None:
    with pytest.raises(BadCursor):
        read_cursor(written(said))


@pytest.mark.parametrize("key", ["", "today", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_moment_no_article_was_published_at_is_refused(key: str) -> None:
    with pytest.raises(BadCursor):
        moment_of(Cursor(key, 1))


def test_a_moment_is_the_same_in_every_time_zone() -> None:
    moment = "2026-11-01T09:00:00+08:00"
    assert moment_of(Cursor(moment, 1)) == datetime.fromisoformat(moment)
