"""The tags that templates of articles and products use."""

import pytest

from blog.templatetags.blog_tags import heading_anchor, infographic_id, related_articles
from products.tests.factories import make_product

from ..factories import callout, heading, make_article


@pytest.mark.django_db
def test_a_heading_gets_the_anchor_the_outline_gave_its_block():
    first, second = heading("How much"), heading("How much")
    article = make_article(first, second)

    assert heading_anchor(article, first["id"]) == "how-much"
    assert heading_anchor(article, second["id"]) == "how-much-2"


def test_a_heading_without_a_page_has_no_anchor():
    assert heading_anchor("", "b7c1") == ""
    assert heading_anchor(None, None) == ""


def test_the_id_of_an_infographic_is_short_and_in_its_own_namespace():
    assert infographic_id("3f1c9a52-77aa-4f0e-9d11-0f3c5f2f8a10") == "infographic-3f1c9a52"
    assert infographic_id(None) == "infographic-preview"


@pytest.mark.django_db
def test_a_product_lists_the_articles_that_mention_it_with_their_section():
    product = make_product()
    make_article(heading("How it is taken"), callout(product), title="Taken daily")

    [related] = related_articles(product)

    assert related.article.title == "Taken daily"
    assert related.url.endswith("#how-it-is-taken")
