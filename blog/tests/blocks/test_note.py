"""Notes."""

import pytest

from blog.tests.factories import block

from .reading import article_of, words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "name"),
    [("information", "Good to know"), ("caution", "Caution"), ("doctor", "Talk to your doctor")],
)
def test_a_note_says_its_kind_in_words_and_by_a_sign(kind, name):
    value = {"kind": kind, "title": "", "text": "<p>Ask first.</p>"}
    note = article_of(block("note", value)).select_one(f".note--{kind}")
    assert words(note.select_one(".note__title")) == name
    assert note.svg["aria-hidden"] == "true"


@pytest.mark.django_db
def test_a_title_stands_for_the_name_of_the_kind():
    value = {"kind": "caution", "title": "Kidneys come first", "text": "<p>Ask first.</p>"}
    assert words(article_of(block("note", value)).select_one(".note")) == "Kidneys come first Ask first."
