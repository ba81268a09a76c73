import re

import pytest

from blog.models import BlogIndexPage
from blog.tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_pages(monkeypatch):
    monkeypatch.setattr(BlogIndexPage, "page_size", 1)
    for number in (1, 2):
        draft = make_article(title=f"Article {number}").get_latest_revision_as_object()
        draft.tags.add("Iron")
        draft.save_revision().publish()


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/blog/", "/blog/"),
        ("/blog/?page=1", "/blog/"),
        ("/blog/?page=2", "/blog/?page=2"),
        ("/blog/?page=99", "/blog/?page=2"),
        ("/blog/?page=nonsense", "/blog/"),
        ("/blog/tags/iron/", "/blog/tags/iron/"),
        ("/blog/tags/iron/?page=2", "/blog/tags/iron/?page=2"),
    ],
)
def test_every_page_of_the_list_is_its_own_canonical_address(client, address, canonical):
    html = client.get(address).content.decode()
    assert re.findall(r'<link rel="canonical" href="https?://[^/]+([^"]*)">', html) == [canonical]
