"""Names close to the words asked for."""

import pytest

from blog.tests.factories import make_article
from qnwellness.search import suggestions
from qnwellness.search.question import read_question
from qnwellness.search.suggestions import MOST_TAGS, MOST_WORDS, suggest

pytestmark = pytest.mark.django_db


@pytest.fixture
def tagged():
    def tagged(*names):
        draft = make_article(publish=False).get_latest_revision_as_object()
        draft.tags.add(*names)
        draft.save_revision().publish()

    return tagged


def near(words):
    found = suggest(read_question({"q": words}))
    return {tag.name for tag in found.tags} if found.are_near else set()


@pytest.mark.parametrize("words", ["magnesum", "Magnesiun", "nagnesium", "magne", "zzzz magnisium"])
def test_are_those_written_nearly_so(tagged, words):
    tagged("Magnesium", "Vitamin D", "Sleep")
    assert near(words) == {"Magnesium"}


def test_are_all_that_hold_the_word(tagged):
    tagged("Vitamin D", "Vitamin K", "Sleep")
    assert near("vitmain") == {"Vitamin D", "Vitamin K"}


def test_are_none_where_nothing_is_near(tagged):
    tagged("Magnesium")
    assert near("quokka") == set()


def test_are_looked_for_in_bounds_whatever_is_asked(tagged, monkeypatch):
    compared = []

    def count(term, words, **how):
        compared.extend(words)
        return []

    monkeypatch.setattr(suggestions, "get_close_matches", count)
    tagged(*[f"q{number}x w{number}x" for number in range(MOST_TAGS + 50)])
    near(" ".join(f"q{letter * 5}x" for letter in "abcdefghijklmnop"))
    assert 0 < len(compared) <= MOST_TAGS * MOST_WORDS * 2
