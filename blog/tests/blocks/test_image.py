"""Pictures in an article."""

import pytest

from blog.tests.factories import block
from products.tests.factories import make_image
from qnwellness.images.models import SiteImage

from .reading import article_of, words

pytestmark = pytest.mark.django_db


def picture(image, caption="", credit="", **fields):
    chosen = {"image": image.pk, "decorative": False, "alt_text": "A leaf", **fields}
    return block("image", {"picture": chosen, "caption": caption, "credit": credit})


@pytest.fixture
def image():
    image = make_image("Leaf")
    SiteImage.objects.filter(pk=image.pk).update(credit="The library")
    return image


def test_a_picture_shows_its_caption_and_who_made_it(image):
    figure = article_of(picture(image, "What it shows.")).figure
    assert words(figure.figcaption) == "What it shows. Picture: The library"


def test_a_credit_of_the_block_stands_for_that_of_the_library(image):
    assert words(article_of(picture(image, credit="Ada & Lim")).figcaption) == "Picture: Ada & Lim"


def test_a_body_stored_before_there_were_credits_is_shown(image):
    stored = picture(image, "Words")
    del stored["value"]["credit"]
    assert words(article_of(stored).figcaption) == "Words Picture: The library"


def test_a_picture_has_the_alternative_text_of_its_place_and_loads_late(image):
    shown = article_of(picture(image)).img
    assert (shown["alt"], shown["loading"]) == ("A leaf", "lazy")
    assert shown["width"]
    assert shown["height"]


def test_a_decorative_picture_has_an_empty_alternative_text(image):
    assert article_of(picture(image, decorative=True)).img["alt"] == ""


def test_a_picture_that_is_gone_leaves_no_trace(image):
    stored = picture(image, "Words")
    SiteImage.objects.all().delete()
    assert not article_of(stored).select("figure")
