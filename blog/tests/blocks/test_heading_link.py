"""The link every heading offers to itself."""

import pytest

from blog.tests.factories import heading

from .reading import article_of, words

pytestmark = pytest.mark.django_db


def test_a_heading_offers_its_own_link_and_says_where_it_leads():
    place = article_of(heading("Vitamin D3: the foundation")).select_one(".heading")
    link = place.select_one("a")
    assert link["href"] == f"#{place.h2['id']}"
    assert link["aria-label"] == "Link to this section: Vitamin D3: the foundation"


def test_the_name_of_a_heading_is_its_words_alone():
    found = article_of(heading("First"), heading("Second", "3")).select(".heading > :is(h2, h3)")
    assert [words(element) for element in found] == ["First", "Second"]
    assert not [element for element in found if element.select("a")]


def test_a_heading_in_the_contents_list_only_offers_no_link():
    body = article_of(heading("Introduction", "contents"))
    assert body.select_one(".landing")["id"] == "introduction"
    assert not body.select(".heading__link")
