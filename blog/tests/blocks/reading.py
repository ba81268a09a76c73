"""An article with the blocks a test is about, as readers get it."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client

from blog.tests.factories import Raw, make_article


def article_of(*body: Raw, **fields: Any) -> Tag:
    """Publish an article of these blocks, request it and return its body."""
    response = Client().get(make_article(*body, **fields).url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one(".article__body")


def words(element: Tag) -> str:
    """Return the text of an element as it reads, in one line."""
    return " ".join(element.get_text(" ").split())
