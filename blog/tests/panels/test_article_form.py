"""The form of an article as an editor meets it."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blog.blocks.correction import CorrectionBlock
from blog.models import ArticlePage
from blog.tests.factories import block, make_article

pytestmark = pytest.mark.django_db
CORRECTED = [block("correction", {"made_on": "2026-03-02", "text": "<p>It is micrograms.</p>"})]


def form_of(client: Client, article: ArticlePage) -> BeautifulSoup:
    response = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    return BeautifulSoup(response.content, "html.parser")


def section(form: BeautifulSoup, heading: str) -> Tag:
    """Return the section of a form with this heading."""
    words = form.find(attrs={"data-panel-heading-text": True}, string=heading)
    return words.find_parent(attrs={"data-panel": True})


@pytest.fixture
def editor(client: Client, admin_user: object) -> Client:
    client.force_login(admin_user)
    return client


def test_corrections_stand_open_where_there_are_some(editor: Client) -> None:
    article = make_article(corrections=CORRECTED)
    assert "collapsed" not in section(form_of(editor, article), "Corrections")["class"]


def test_corrections_are_folded_where_there_are_none(editor: Client) -> None:
    assert "collapsed" in section(form_of(editor, make_article()), "Corrections")["class"]


def test_a_correction_was_made_today_unless_an_editor_says_otherwise() -> None:
    assert CorrectionBlock().get_default()["made_on"] == timezone.localdate()


def test_what_has_a_value_to_begin_with_is_not_asked_for(editor: Client) -> None:
    contents = section(form_of(editor, make_article()), "Contents list")
    assert "collapsed" in contents["class"]
    assert contents.find(attrs={"data-panel-required": True}) is None


def test_a_reviewer_is_chosen_as_one(editor: Client) -> None:
    review = section(form_of(editor, make_article()), "Review")
    buttons = [button.get_text(strip=True) for button in review.select("[data-chooser-action-choose]")]
    assert set(buttons) == {"Choose a reviewer", "Choose another reviewer"}


def test_nothing_is_asked_that_has_no_effect(editor: Client) -> None:
    form = form_of(editor, make_article())
    assert form.find(attrs={"name": "show_in_menus"}) is None
    assert form.find(attrs={"name": "search_description"}) is not None
