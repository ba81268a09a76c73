"""A figure that was put in by a fact is no edit when it changes; putting the fact in, or taking it out, is one."""

import pytest

from blog.importing.fingerprint import digest
from blog.tests.factories import block, infographic, make_article, text
from blog.tests.facts.sourced import make_fact, state

pytestmark = pytest.mark.django_db


def digest_of(words):
    statistic = {"title": "S", "figure": f"<p>{words}</p>", "context": "<p>of it</p>"}
    body = [text(f"<p>Some {words} of it.</p>"), infographic(block("statistic", statistic))]
    article = make_article(*body)
    article.slug = "one"
    return digest(article)


def test_the_figure_of_a_fact_does_not_count():
    fact = make_fact()
    assert digest_of(state(fact, words="30%")) == digest_of(state(fact, words="40%"))


def test_which_fact_it_is_counts():
    assert digest_of(state(make_fact(), words="30%")) != digest_of(state(make_fact(), words="30%"))


def test_linking_and_unlinking_a_figure_counts():
    assert digest_of(state(make_fact(), words="30%")) != digest_of("30%")
