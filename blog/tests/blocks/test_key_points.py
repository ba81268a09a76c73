"""Key points."""

import pytest
from django.core.exceptions import ValidationError

from blog.blocks.key_points import KeyPointsBlock
from blog.reading import headings
from blog.tests.factories import block, heading, mention
from products.tests.factories import make_product

from .reading import article_of, words


def key_points(*points):
    return block("key_points", {"points": [block("item", f"<p>{point}</p>") for point in points]})


@pytest.mark.django_db
class TestKeyPoints:
    def test_stand_in_a_box_of_their_own_in_order(self):
        box = article_of(key_points("First of all", "Then this")).select_one(".key-points")
        assert words(box.h2) == "Key points"
        assert [words(point) for point in box.select("li")] == ["First of all", "Then this"]

    def test_name_products_as_they_are_called_today(self):
        product = make_product(title="Calm Hours™")
        body = article_of(key_points(f"About {mention(product, 'an older name')}", "Another"))
        assert "Calm Hours™" in words(body.select_one(".key-points"))

    def test_stay_out_of_the_contents_list_and_take_no_address(self):
        raw = [key_points("One", "Two"), heading("Key points")]
        assert [entry.anchor for entry in headings(raw).flat()] == ["key-points"]
        assert [tag["id"] for tag in article_of(*raw).select("[id]") if tag.name == "h2"] == ["key-points"]


def test_are_six_at_most():
    definition = KeyPointsBlock()
    value = definition.normalize({"points": ["<p>A point</p>"] * 7})
    with pytest.raises(ValidationError):
        definition.clean(value)


def test_begin_with_two_empty_ones_and_a_draft_may_have_a_single_one():
    definition = KeyPointsBlock()
    assert len(definition.get_default()["points"]) == 2
    definition.clean(definition.normalize({"points": ["<p>A point</p>"]}))
