"""Responsive pictures."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.core.files.images import ImageFile
from PIL import Image

from qnwellness.content.templatetags.picture_tags import shaped_picture
from qnwellness.images.models import SiteImage


def make_image(width: int = 1000, height: int = 750) -> SiteImage:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#2c6a50").save(file, "PNG")
    image = SiteImage(title="Leaf", description="A leaf", width=width, height=height)
    image.file.save("leaf.png", ImageFile(file, name="leaf.png"), save=False)
    image.save()
    return image


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    # The cache outlives a test's database, where the same number may be another picture.
    caches["renditions"].clear()


@pytest.mark.django_db
class TestAPicture:
    def test_comes_in_two_formats_of_several_sizes_and_in_one_picture_every_browser_knows(self):
        page = parsed(shaped_picture(make_image(), "card", sizes="50vw"))

        assert [source["type"] for source in page.find_all("source")] == ["image/avif", "image/webp"]
        assert page.img["src"].endswith(".jpg")
        assert (page.img["width"], page.img["height"]) == ("800", "600")
        assert {source["sizes"] for source in page.find_all("source")} == {"50vw"}
        assert "800w" in page.source["srcset"]

    def test_loads_late_unless_it_is_the_first_a_reader_sees(self):
        image = make_image()

        assert parsed(shaped_picture(image, "card", sizes="50vw")).img["loading"] == "lazy"
        first = parsed(shaped_picture(image, "card", sizes="50vw", eager=True)).img
        assert first["fetchpriority"] == "high"
        assert "loading" not in first.attrs

    def test_has_its_own_alternative_text_unless_told_otherwise(self):
        image = make_image()

        assert parsed(shaped_picture(image, "card", sizes="50vw")).img["alt"] == "A leaf"
        assert parsed(shaped_picture(image, "card", sizes="50vw", alt="")).img["alt"] == ""

    def test_chosen_as_decorative_has_an_empty_alternative_text(self):
        image = make_image()
        image.decorative = True

        assert parsed(shaped_picture(image, "card", sizes="50vw")).img["alt"] == ""

    def test_of_a_small_original_names_no_width_twice(self):
        page = parsed(shaped_picture(make_image(300, 200), "whole", sizes="50vw"))

        for element in page.find_all("source"):
            widths = [candidate.split()[-1] for candidate in element["srcset"].split(", ")]
            assert len(widths) == len(set(widths))

    def test_that_was_cut_before_costs_no_query_when_its_renditions_came_along(
        self, django_assert_num_queries
    ):
        pk = make_image().pk
        shaped_picture(SiteImage.objects.get(pk=pk), "card", sizes="50vw")
        image = SiteImage.objects.prefetch_related("renditions").get(pk=pk)

        with django_assert_num_queries(0):
            shaped_picture(image, "card", sizes="50vw")


def test_without_an_image_there_is_nothing():
    assert shaped_picture(None, "card", sizes="50vw") == ""
