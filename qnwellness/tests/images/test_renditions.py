import json

import pytest
from bs4 import BeautifulSoup

from blog.tests.factories import make_article
from products.tests.factories import make_image, make_product
from qnwellness.images.models import SiteImage, SiteRendition
from qnwellness.images.renditions import rendition_or_none

pytestmark = pytest.mark.django_db


@pytest.fixture
def lost():
    # Renditions are cached by the picture's id, and every test's first picture has the same.
    SiteRendition.cache_backend.clear()
    image = make_image()
    image.file.storage.delete(image.file.name)
    return SiteImage.objects.get(pk=image.pk)


def test_a_picture_comes_in_the_size_asked_for():
    rendition = rendition_or_none(make_image(), "fill-4x4|format-webp")
    assert (rendition.width, rendition.height) == (4, 4)


def test_a_picture_whose_file_is_gone_is_none(lost):
    assert rendition_or_none(lost, "fill-4x4|format-webp") is None


def test_no_picture_is_none():
    assert rendition_or_none(None, "fill-4x4|format-webp") is None


def described(response, kind):
    """Return the node of one type in a page's structured data."""
    data = BeautifulSoup(response.content, "html.parser").select_one('[type="application/ld+json"]')
    (node,) = [node for node in json.loads(data.string)["@graph"] if node["@type"] == kind]
    return node


def test_an_article_without_its_pictures_file_is_shown_and_described_by_its_card(client, lost):
    node = described(client.get(make_article(hero=lost).url), "BlogPosting")
    assert [address.rpartition("/")[2] for address in node["image"]] == ["card.png"]


def test_a_product_without_its_pictures_file_is_shown_and_described_without_it(client, lost):
    assert "image" not in described(client.get(make_product(image=lost).url), "Product")
