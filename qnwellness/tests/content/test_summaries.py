import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnwellness.content.summaries import LONGEST, joined, one_line, paragraphs, plain, shorten


def test_a_text_is_cut_between_words():
    assert shorten("One two three four", 12) == "One two…"
    assert shorten("One, two three", 9) == "One, two…"
    assert shorten("Short", 12) == "Short"


def test_a_text_without_spaces_is_cut_all_the_same():
    assert shorten("骨" * 300) == "骨" * (LONGEST - 1) + "…"


def test_a_plain_text_keeps_its_words_together_and_apart():
    assert plain("<p>H<sub>2</sub>O &amp; <b>more</b>.</p><p>Next</p>") == "H2O & more. Next"


def test_the_parts_of_a_text_do_not_run_into_each_other():
    html = (
        "<p>Enough for <b>thirty</b> days</p>\n<ul><li>No vitamin D</li><li> </li></ul><p>It is.</p><p>So</p>"
    )
    assert list(paragraphs(html)) == ["Enough for thirty days", "No vitamin D", "It is.", "So"]
    assert joined(paragraphs(html)) == "Enough for thirty days · No vitamin D · It is. So"
    assert joined(paragraphs("")) == ""


@given(st.text(max_size=200))
def test_the_parts_of_a_text_have_the_words_of_the_whole(html):
    assert " ".join(paragraphs(html)) == plain(html)


@pytest.mark.parametrize("hidden", ["\x00", "\x0b", "\x1f", "\u202e", "\ufffe", "\x85"])
def test_characters_that_cannot_be_written_are_left_out(hidden):
    assert one_line(f"a{hidden}b\n c") == "ab c"


@given(st.text(max_size=400))
def test_a_summary_is_never_too_long_and_one_line(text):
    summary = shorten(text)
    assert len(summary) <= LONGEST
    assert summary == " ".join(summary.split())
