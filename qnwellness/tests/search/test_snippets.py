from hypothesis import given
from hypothesis import strategies as st

from qnwellness.content.words import asked
from qnwellness.search.snippets import LENGTH, best_snippet, marked, opening

TEXT = st.text(max_size=600) | st.lists(
    st.sampled_from(["iron", "Irons", "zinc", "骨の健康", "é", "™", "."])
).map(" ".join)


def read(pieces):
    return "".join(piece.text for piece in pieces)


def test_the_part_with_most_of_the_words_is_shown():
    texts = ["Iron, iron and iron again.", "Zinc and iron."]
    found = best_snippet(texts, ["iron", "zinc"])
    assert (found.number, read(found.pieces)) == (1, "Zinc and iron.")


def test_a_text_without_the_words_has_no_part_to_show():
    assert best_snippet(["Nothing."], ["iron"]) is None


def test_words_side_by_side_are_marked_as_one():
    assert [
        piece.text for piece in marked("Take Bone Essential™ daily", ["bone", "essential"]) if piece.is_marked
    ] == ["Bone Essential"]


def test_a_part_begins_with_its_sentence():
    text = f"{'Words before. ' * 20}Here iron stands. {'Words after. ' * 30}"
    assert read(best_snippet([text], ["iron"]).pieces).startswith("…Here iron stands.")


@given(TEXT)
def test_marking_changes_no_letter(text):
    assert read(marked(text, asked(text))) == text


@given(TEXT, TEXT)
def test_a_part_is_short_holds_a_mark_and_stands_in_its_text(text, question):
    terms = asked(question)
    found = best_snippet([text], terms)
    if found:
        shown = read(found.pieces).removeprefix("…").removesuffix("…")
        assert any(piece.is_marked for piece in found.pieces)
        assert shown in text
        longest = max((len(word) for word in text.split()), default=0)
        assert len(shown) <= LENGTH + longest


@given(TEXT)
def test_an_opening_is_the_beginning(text):
    assert text.startswith(read(opening(text, []).pieces).removesuffix("…"))
