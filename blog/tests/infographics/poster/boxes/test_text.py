from hypothesis import given
from hypothesis import strategies as st

from blog.infographics.poster.boxes.line import Part, Style
from blog.infographics.poster.boxes.text import Text
from blog.infographics.poster.text.characters import visible

from ..examples import WORDS

STYLE = Style("sans", 27, "#000000")
WIDTHS = st.floats(8, 1200)


def widths(text: Text, width: float) -> list[float]:
    return [line.width for line in text.lines(width)]


@given(WORDS, WIDTHS, st.booleans())
def test_no_line_is_wider_than_it_may_be(words: str, width: float, is_balanced: bool) -> None:
    text = Text.of(words, STYLE, is_balanced=is_balanced)
    assert all(own <= width + 0.01 for own in widths(text, width))
    assert bool(text.height(width)) == bool(visible(words))


@given(WORDS)
def test_what_has_the_room_of_its_one_line_stands_on_one(words: str) -> None:
    text = Text.of(words, STYLE)
    assert len(text.lines(text.natural_width())) == bool(visible(words))


def test_words_closer_than_spaces_are_wide_stand_on_one_line() -> None:
    text = Text.of("0 j", Style("strong", 25, "#000000"))
    assert len(text.lines(text.natural_width() + 0.5)) == 1


@given(WORDS, WIDTHS)
def test_balancing_adds_no_line(words: str, width: float) -> None:
    greedy, balanced = (Text.of(words, STYLE, is_balanced=is_balanced) for is_balanced in (False, True))
    assert len(balanced.lines(width)) <= len(greedy.lines(width))


def test_a_balanced_title_has_lines_of_about_one_length() -> None:
    text = Text.of("The Powerful Synergy of Vitamin K2 & D3", Style("serif", 80, "#000000"), is_balanced=True)
    own = widths(text, 620)
    assert len(own) > 2
    assert min(own) > 0.4 * max(own)


def test_a_last_word_is_not_left_alone() -> None:
    words = "Keeps calcium and phosphorus steady in the blood and bone so"
    [wide] = widths(Text.of(words, STYLE), 2000)
    *_others, last = widths(Text.of(words, STYLE), wide - 5)
    assert last > 2 * Text.of("so", STYLE).natural_width()


def test_a_word_longer_than_the_line_goes_on_in_the_next() -> None:
    text = Text.of("W" * 60, STYLE)
    assert text.breaks_words(400)
    assert not Text.of("two words", STYLE).breaks_words(400)
    assert all(own > 350 for own in widths(text, 400)[:-1])


def test_a_letter_wider_than_the_line_becomes_smaller() -> None:
    [line] = Text.of("﷽", Style("sans", 400, "#000000")).lines(100)
    assert line.width <= 100.01


def test_marks_above_letters_push_lines_apart() -> None:
    plain, marked = Text.of("Eh", STYLE), Text.of("E\u0302\u0303\u0304h", STYLE)
    assert marked.height(400) > plain.height(400)


def test_words_of_two_styles_share_a_line() -> None:
    strong = Style("strong", 27, "#111111")
    [line] = Text(Part("In food:", strong), Part("natto, cheese", STYLE)).lines(600)
    assert [style for _shaped, style, _x in line.parts] == [strong, STYLE]
    (first, _style, _x), (_second, _other, x) = line.parts
    assert x > first.advance * 27 / 1000 - 1
