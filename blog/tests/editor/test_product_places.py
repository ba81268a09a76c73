"""Every place at which a stored body shows a product is found, with its sentence and the way to it."""

from types import SimpleNamespace

import pytest

from blog.blocks.body import BodyBlock
from blog.editor.product_places import ProductPlace, product_places
from blog.tests.factories import Raw, call_to_action, callout, heading, infographic, mention, text

BODY = BodyBlock()
SEVEN, EIGHT = (SimpleNamespace(pk=pk, title=title) for pk, title in ((7, "Calm & Co™"), (8, "Other")))


def found(*body: Raw, product: int = 7) -> list[ProductPlace]:
    """Return the places of a product in a body."""
    return list(product_places("body", BODY, body, product))


def test_callouts_and_calls_to_action_are_named_by_section_and_block() -> None:
    panel = call_to_action(SEVEN)
    box, picture = callout(SEVEN), infographic(panel, call_to_action(EIGHT))
    first, second = found(heading("Rest"), box, callout(EIGHT), heading("More"), picture)
    assert (first.where, first.path) == ("Rest › Product callout", f"body.{box['id']}.product")
    assert second.where == "More › Infographic › Call to action"
    assert second.path == f"body.{picture['id']}.panels.{panel['id']}.product"


def test_each_sentence_says_which_words_are_meant_and_whether_they_follow_the_name() -> None:
    html = (
        f"<p>First. Take {mention(SEVEN, 'Calm &amp; Co™')} or {mention(EIGHT)} "
        f"or {mention(SEVEN, 'these drops', 'own')}. Last.</p><p>{mention(SEVEN, '<b>bold</b> name')}</p>"
    )
    one, two, three = found(text(html))
    assert (one.before, one.words, one.after) == ("Take ", "Calm & Co™", " or Other or these drops.")
    assert (two.before, two.words, two.after) == ("Take Calm & Co™ or Other or ", "these drops", ".")
    assert [place.follows_name for place in (one, two, three)] == [True, False, True]
    assert three.words == "bold name"


@pytest.mark.parametrize(
    "html",
    [
        "<p>7 and no link</p>",
        '<p><a linktype="page" id="7">7</a></p>',
        '<p><a linktype="product" id="77" text="name">7</a></p>',
        '<p><a linktype="product" id="x" text="name">7</a></p>',
        '<p><a linktype="product">7</a></p>',
    ],
)
def test_what_names_another_thing_is_no_place(html: str) -> None:
    assert found(text(html)) == []


def test_a_block_type_that_is_gone_is_left_out() -> None:
    assert found({"type": "gone", "value": {"product": 7}, "id": "x"}) == []
