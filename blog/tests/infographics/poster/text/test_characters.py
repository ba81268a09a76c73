import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.infographics.poster.text.characters import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("  a \n\t b  ", "a b"),
        ("e\u0301", "é"),
        ("zero\u200bwidth\u200d\ufeff\u00ad", "zerowidth"),
        ("\u202eturned\u202c\u0000", "turned"),
        ("20\u00a0µg", "20\u00a0µg"),
        ("\ud800", "\ufffd"),
        ("☀\ufe0f", "☀"),
        ("a" + "\u0302" * 9, "â\u0302\u0302\u0302"),
    ],
)
def test_only_what_is_seen_is_drawn(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text())
def test_what_is_seen_is_seen_again(text: str) -> None:
    assert visible(visible(text)) == visible(text)
