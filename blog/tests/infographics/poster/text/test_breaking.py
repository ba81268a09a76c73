import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.infographics.poster.text.breaking import pieces
from blog.infographics.poster.text.characters import visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two words", ("two ", "words")),
        ("calcium-rich", ("calcium-", "rich")),
        ("and/or", ("and/", "or")),
        ("food–drug", ("food–", "drug")),
        ("30–40% of it", ("30–40% ", "of ", "it")),
        ("MK-7 and 1/2", ("MK-7 ", "and ", "1/2")),
        ("a -5 b", ("a ", "-5 ", "b")),
        ("1,000–5,000\u00a0IU", ("1,000–5,000\u00a0IU",)),
        ("K\u20112", ("K\u20112",)),
        ("骨の健康。", ("骨", "の", "健", "康。")),
        ("「骨」", ("「骨」",)),
        ("", ("",)),
    ],
)
def test_a_line_ends_where_a_reader_expects_it(text: str, expected: tuple[str, ...]) -> None:
    assert pieces(text) == tuple(piece for piece in expected if piece)


@given(st.text())
def test_nothing_is_lost_between_the_pieces(text: str) -> None:
    assert "".join(pieces(visible(text))) == visible(text)
