import pytest

from blog.passages import Passage, passages
from products.tests.factories import make_product

from .factories import block, callout, heading, make_article, text

pytestmark = pytest.mark.django_db


def read(article):
    return [
        (passage.heading, passage.text)
        for passage in passages(article.body.stream_block, article.body.raw_data)
    ]


def test_words_stand_under_their_heading():
    article = make_article(
        text("<p>First.</p>"), heading("Basics"), text("<p>One <b>two</b>.</p><p>Three.</p>")
    )
    assert read(article) == [("", "First."), ("Basics", "One two. Three.")]


def test_a_heading_without_words_is_a_passage():
    assert read(make_article(heading("Basics"), heading("Amounts"))) == [("Basics", ""), ("Amounts", "")]


def test_words_that_stand_apart_do_not_run_into_each_other():
    note = block("note", {"kind": "caution", "title": "Mind this", "text": "<p>Not with that.</p>"})
    assert read(make_article(note)) == [("", "Mind this · Not with that.")]
    listed = text("<p>Eat:</p><ul><li>Kale, <b>raw</b></li><li>Milk</li></ul><p>Daily<br/>if you like</p>")
    assert read(make_article(listed, title="List")) == [("", "Eat: Kale, raw · Milk · Daily · if you like")]


def test_what_is_said_of_a_product_is_left_out():
    assert read(make_article(callout(make_product(), "Because."))) == []


def test_a_type_of_block_that_is_gone_is_left_out():
    article = make_article(text("<p>First.</p>"))
    raw = [*article.body.raw_data, {"type": "gone", "value": {"text": "Old"}, "id": "1"}]
    assert list(passages(article.body.stream_block, raw)) == [Passage("First.")]
