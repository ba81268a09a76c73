"""Addresses of headings that the form would refuse, told while one types."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from blog.models import ArticlePage
from blog.tests.factories import heading as stored_heading
from blog.tests.factories import make_article

from .form import encoded, heading, posted
from .test_views import edit_url

pytestmark = pytest.mark.django_db
IDS = ["aaa", "bbb"]


def must_fix(editor: Client, page: ArticlePage, *headings: tuple[str, Any]) -> dict[str, str]:
    """Return what must be fixed, by the place it leads to."""
    response = editor.post(edit_url(page), **encoded(posted(*headings, ids=IDS)))
    tree = BeautifulSoup(response.json()["findings"]["html"], "html.parser")
    found = tree.select(".review-group--must .review-finding")
    return {one.select_one("[data-go]")["data-go"]: one.p.get_text() for one in found}


@pytest.fixture
def article() -> ArticlePage:
    """Return a published article with two headings, `sun` and `bone`."""
    return make_article(
        *({**stored_heading(text), "id": key} for text, key in zip(("Sun", "Bone"), IDS, strict=True))
    )


def typed(address: str) -> tuple[str, Any]:
    return heading("Bone", anchor=address, anchor_was="bone")


SUN = heading("Sun", anchor="sun", anchor_was="sun")


@pytest.mark.parametrize("address", ["sun", " Sun ", "https://example.com/journal/how/#sun"])
def test_the_address_of_another_heading_must_be_changed(
    editor: Client, article: ArticlePage, address: str
) -> None:
    said = must_fix(editor, article, SUN, typed(address))
    assert said == {"body.bbb.anchor": "“sun” is already the address of “Sun”. Choose another."}


@pytest.mark.parametrize(
    ("address", "words"), [("sources", "used by the page itself"), ("!?", "one letter or digit")]
)
def test_an_address_no_heading_can_have_must_be_changed(
    editor: Client, article: ArticlePage, address: str, words: str
) -> None:
    said = must_fix(editor, article, SUN, typed(address))
    assert list(said) == ["body.bbb.anchor"]
    assert words in said["body.bbb.anchor"]


def test_two_new_headings_cannot_have_one_address(editor: Client) -> None:
    said = must_fix(editor, make_article(), heading("A", anchor="rays"), heading("B", anchor="rays"))
    assert list(said) == ["body.bbb.anchor"]


@pytest.mark.parametrize("address", ["bone", "marrow", ""])
def test_nothing_is_said_of_an_address_that_is_free(
    editor: Client, article: ArticlePage, address: str
) -> None:
    assert not must_fix(editor, article, SUN, typed(address))
