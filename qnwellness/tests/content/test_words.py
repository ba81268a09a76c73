from hypothesis import given
from hypothesis import strategies as st

from qnwellness.content.words import asked, indexed, terms, words_in


def test_words_are_looked_for_without_accents_marks_and_plurals():
    assert terms("Bone Essential™ studies, crème brûlée, women's K₂") == [
        *["bone", "essential", "study", "creme", "brulee", "women", "k2"],
    ]


def test_a_script_without_spaces_is_read_two_signs_at_a_time():
    assert terms("骨の健康") == ["骨の", "の健", "健康"]
    assert {"骨", "健", "の健"} <= set(indexed(["骨の健康"]).split())


def test_words_of_every_text_are_left_out_unless_there_are_no_others():
    assert asked("What is the best iron for the blood?") == ["best", "iron", "blood"]
    assert asked("the") == ["the"]


@given(st.text())
def test_words_stand_where_they_say(text):
    for word in words_in(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.term


@given(st.text())
def test_what_is_asked_for_is_found_in_what_is_indexed(text):
    stored = set(indexed([text]).split())
    assert {part for term in asked(text) for part in term.split()} & stored or not stored


@given(st.text())
def test_no_word_holds_a_sign_of_a_query_language(text):
    assert not set("\"'()*:&|!<>\0\\") & set("".join(terms(text)))
