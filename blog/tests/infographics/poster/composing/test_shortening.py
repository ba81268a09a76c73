import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.infographics.poster.boxes.line import Style
from blog.infographics.poster.boxes.text import Text
from blog.infographics.poster.composing.shortening import cited, shortened
from blog.infographics.poster.text.shaping import shape
from blog.infographics.poster.wording import ENGLISH

from ..examples import WORDS

STYLE = Style("sans", 25, "#000000")


def same(text: Text, words: str) -> bool:
    """Tell whether a text says these words, which on one line are as wide as it is."""
    return text.natural_width() == pytest.approx(shape("sans", words).advance * 25 / 1000, abs=2)


@given(WORDS, st.floats(60, 1080), st.integers(1, 3))
def test_a_shortened_text_has_no_more_lines_than_it_may(words: str, width: float, most: int) -> None:
    assert len(shortened(words, STYLE, width, most).lines(width)) <= most


def test_a_text_is_cut_behind_a_word_and_says_so() -> None:
    assert same(shortened("Calcium, vitamin D and bone", STYLE, 130, 1), "Calcium…")
    assert same(shortened("Calcium", STYLE, 130, 1), "Calcium")


def test_one_long_word_is_cut_in_itself() -> None:
    text = shortened("W" * 60 + " and more words of it", STYLE, 400, 1)
    assert 350 < text.natural_width() <= 400


def test_sources_that_have_no_room_are_counted() -> None:
    names = ("Knapen 2013", "Beulens 2009", "Geleijnse 2004")
    assert same(cited(names, ENGLISH, STYLE, 2000, 1), "Sources: Knapen 2013; Beulens 2009; Geleijnse 2004")
    assert same(cited(names, ENGLISH, STYLE, 400, 1), "Sources: Knapen 2013; and 2 more")
    assert cited((), ENGLISH, STYLE, 400, 1).height(400) == 0
