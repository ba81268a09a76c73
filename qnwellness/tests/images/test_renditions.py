import pytest

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


def test_an_article_without_its_pictures_file_is_shown_and_described_without_it(client, lost):
    article = make_article(hero=lost)
    node, *_ = article.structured_data(None)
    assert node["@type"] == "BlogPosting"
    assert node["image"] is None
    assert client.get(article.url).status_code == 200


def test_a_product_without_its_pictures_file_is_shown_and_described_without_it(client, lost):
    product = make_product(image=lost)
    node, *_ = product.structured_data(None)
    assert node["@type"] == "Product"
    assert node["image"] is None
    assert client.get(product.url).status_code == 200
