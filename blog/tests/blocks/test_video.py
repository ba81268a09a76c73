"""Videos."""

import pytest
from django.core.exceptions import ValidationError

from blog.blocks.video import VideoBlock
from blog.tests.factories import block
from products.tests.factories import make_image

from .reading import article_of, words

ADDRESS = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def video(**fields):
    return block("video", {"address": ADDRESS, "title": "From skin to bone", "length": "", **fields})


@pytest.mark.django_db
class TestAVideo:
    def test_loads_nothing_of_its_provider(self):
        figure = article_of(video()).select_one(".video")
        loaded = [
            tag.get("src") or tag.get("srcset") for tag in figure.select("img, iframe, script, source, video")
        ]
        assert all(address.startswith("/") for address in loaded)
        assert not figure.select("iframe")

    def test_leads_to_its_page_without_script_and_says_whom_pressing_play_contacts(self):
        figure = article_of(video()).select_one(".video")
        assert figure.select_one("figcaption a")["href"] == ADDRESS
        assert "Pressing play contacts YouTube." in words(figure.figcaption)

    def test_names_what_the_button_plays(self):
        button = article_of(video(length="4:32")).select_one(".video button")
        assert button["aria-label"] == "Play the video: From skin to bone"
        assert words(button) == "4:32"

    def test_shows_a_still_of_our_own(self):
        poster = {"image": make_image("Skin").pk, "decorative": False, "alt_text": "Skin"}
        still = article_of(video(poster=poster)).select_one(".video img")
        assert (still["alt"], still["loading"]) == ("", "lazy")

    def test_has_a_drawn_still_without_a_picture(self):
        body = article_of(video(poster=None), video(poster={"image": None}), video())
        assert len(body.select(".video .sprig")) == 3

    def test_leaves_no_trace_where_its_address_is_none(self):
        assert not article_of(video(address="https://example.org/film")).select(".video")

    def test_may_be_framed_and_nothing_else_may(self, client):
        policy = client.get("/")["Content-Security-Policy"]
        frames = next(part.split() for part in policy.split(";") if part.split()[0] == "frame-src")
        assert frames[1:] == ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]


def cleaned(**fields):
    definition = VideoBlock()
    return definition.clean(definition.normalize({"address": ADDRESS, "title": "Bone", **fields}))


def test_an_address_of_another_site_is_refused_with_the_names_of_those_that_work():
    with pytest.raises(ValidationError) as refused:
        cleaned(address="https://example.org/film")
    assert "YouTube or Vimeo" in str(refused.value.block_errors["address"])


@pytest.mark.parametrize("length", ["4:32", "0:59", "1:02:03", ""])
def test_a_length_is_minutes_and_seconds(length):
    assert cleaned(length=length)["length"] == length


@pytest.mark.parametrize("length", ["4", "4:61", "four", "4:32 min"])
def test_another_length_is_refused(length):
    with pytest.raises(ValidationError):
        cleaned(length=length)
