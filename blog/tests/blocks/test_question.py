"""Questions with their answers."""

import pytest

from blog.reading import headings
from blog.tests.factories import block

from .reading import article_of, words


def question(words="Why is that?", answer="<p>Because it <b>is</b> so.</p>"):
    return block("question", {"question": words, "answer": answer})


@pytest.mark.django_db
def test_the_answer_is_in_sight_without_opening_anything():
    body = article_of(question())
    assert words(body.select_one(".question h3")) == "Why is that?"
    assert words(body.select_one(".question .prose")) == "Because it is so."
    assert not body.select("details")


@pytest.mark.django_db
def test_the_words_of_a_question_are_no_markup():
    assert words(article_of(question("Is 5 < 6 & <b>so</b>?")).h3) == "Is 5 < 6 & <b>so</b>?"


def test_a_question_stays_out_of_the_contents_list():
    assert list(headings([question(), question("And this?")]).flat()) == []
