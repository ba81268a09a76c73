"""Pictures of an article in the editor's preview."""

from base64 import b64decode

import pytest
from bs4 import BeautifulSoup

from blog.posters import pictures
from blog.tests.factories import make_article, rewrite, text
from blog.tests.posters.test_views import figure
from products.tests.factories import make_image

pytestmark = pytest.mark.django_db

MODES = ("card", "pin", "poster")


def preview(article, mode):
    response = article.make_preview_request(preview_mode=mode)
    assert response.status_code == 200
    return response, BeautifulSoup(response.content, "html.parser")


def test_offers_the_article_first_and_its_pictures_after():
    modes = make_article().preview_modes
    assert [name for name, _label in modes] == ["", *MODES]
    assert [str(label) for _name, label in modes] == ["Article", "Card for sharing", "Tall picture", "Poster"]


def test_shows_the_article_as_ever():
    _response, page = preview(make_article(figure("A figure")), "")
    assert page.select_one("figure.infographic h2").get_text() == "A figure"


@pytest.mark.parametrize("mode", MODES)
def test_draws_every_infographic_of_the_draft(mode, monkeypatch):
    def refuse(*args):
        raise AssertionError("a file was drawn")

    monkeypatch.setattr(pictures, "draw", refuse)
    article = make_article(figure("Published"))
    draft = rewrite(
        article, figure("A draft"), figure("Another"), publish=False
    ).get_latest_revision_as_object()
    response, page = preview(draft, mode)
    assert [caption.get_text(strip=True) for caption in page.select("figcaption")] == ["A draft", "Another"]
    drawings = [b64decode(image["src"].partition(",")[2]) for image in page.select("figure img")]
    assert len(drawings) == 2
    assert all(drawing.startswith(b"<svg") for drawing in drawings)
    assert all(image["alt"] for image in page.select("figure img"))
    assert "img-src 'self' data:" in response["Content-Security-Policy"]
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_shows_the_title_where_there_is_no_infographic_and_says_so():
    _response, page = preview(make_article(text("<p>Words.</p>"), title="Bone", publish=False), "card")
    assert len(page.select("figure img")) == 1
    assert "has no infographic" in page.main.get_text()


def test_asks_for_a_title_where_there_is_nothing_to_show():
    article = make_article(publish=False)
    article.title = ""
    _response, page = preview(article, "card")
    assert "Give it a title first" in page.main.get_text()


def test_says_that_a_chosen_picture_is_used_instead_of_the_card():
    article = make_article(figure(), social_picture=make_image())
    assert "is used instead of this card" in preview(article, "card")[1].main.get_text()
    assert "is used instead of this card" not in preview(article, "pin")[1].main.get_text()


def test_keeps_hostile_words_words():
    hostile = '"><script>alert(1)</script>'
    _response, page = preview(make_article(figure(hostile)), "pin")
    assert not [script for script in page.select("script") if "alert" in script.get_text()]
    assert page.figcaption.get_text(strip=True) == hostile
