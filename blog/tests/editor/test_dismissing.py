"""A finding is set aside, stays so while its words do, and can be had back."""

import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blog.models import ArticlePage, DismissedFinding
from blog.tests.factories import make_article

from .form import encoded, heading, posted, text

pytestmark = pytest.mark.django_db
CLAIM = "Studies show that it helps."
OTHER = "Studies show that it helps greatly."


@pytest.fixture
def page() -> ArticlePage:
    return make_article()


def form(*sentences: str) -> dict[str, Any]:
    return posted(heading("A"), *(text(f"<p>{sentence}</p>") for sentence in sentences))


def answer(client: Client, page: ArticlePage, data: dict[str, Any], name: str = "edit") -> Tag:
    response = client.post(reverse(f"article_review:{name}", args=[page.pk]), **encoded(data))
    assert response.status_code == 200
    return BeautifulSoup(response.json()["findings"]["html"], "html.parser")


def open_quotes(tree: Tag) -> list[str]:
    return [quote.get_text() for quote in tree.select(".review-group .review-finding__quote")]


def aside(tree: Tag) -> str:
    found = tree.select_one(".review-aside")
    return found.get_text(" ", strip=True) if found else ""


def fingerprint(tree: Tag, words: str) -> str:
    finding = tree.find(class_="review-finding__quote", string=re.compile(re.escape(words))).find_parent("li")
    return finding.select_one("[data-review-dismiss]")["data-review-dismiss"]


def dismiss(client: Client, page: ArticlePage, reason: str = "A saying.") -> Tag:
    key = fingerprint(answer(client, page, form(CLAIM)), CLAIM)
    more = {"review-dismiss": key, "review-reason": reason}
    return answer(client, page, form(CLAIM) | more, "findings")


class TestSettingAside:
    def test_takes_it_from_the_list_and_says_who_why_and_when(
        self, editor: Client, page: ArticlePage
    ) -> None:
        tree = dismiss(editor, page)
        assert f"“{CLAIM}”" not in open_quotes(tree)
        assert "1 set aside" in aside(tree)
        assert re.search(r"editors on .+\d{4}: A saying\.", aside(tree))
        row = DismissedFinding.objects.get()
        assert (row.article_id, row.rule, row.quote) == (page.pk, "uncited_claim", CLAIM)

    def test_lasts_while_the_words_stay(self, editor: Client, page: ArticlePage) -> None:
        dismiss(editor, page)
        moved = answer(editor, page, form("Something new.", CLAIM))
        assert f"“{CLAIM}”" not in open_quotes(moved)

    def test_ends_when_the_words_change(self, editor: Client, page: ArticlePage) -> None:
        dismiss(editor, page)
        changed = answer(editor, page, form(OTHER))
        assert f"“{OTHER}”" in open_quotes(changed)
        assert aside(changed) == ""

    def test_can_be_taken_back(self, editor: Client, page: ArticlePage) -> None:
        tree = dismiss(editor, page)
        key = tree.select_one("[data-review-take-back]")["data-review-take-back"]
        again = answer(editor, page, form(CLAIM) | {"review-take-back": key}, "findings")
        assert f"“{CLAIM}”" in open_quotes(again)
        assert not DismissedFinding.objects.exists()

    def test_is_of_one_article_only(self, editor: Client, page: ArticlePage) -> None:
        dismiss(editor, page)
        other = make_article(title="Another")
        assert f"“{CLAIM}”" in open_quotes(answer(editor, other, form(CLAIM)))

    def test_twice_keeps_the_later_reason_and_moment(self, editor: Client, page: ArticlePage) -> None:
        dismiss(editor, page)
        DismissedFinding.objects.update(dismissed_at=timezone.now() - timedelta(days=9))
        key = DismissedFinding.objects.get().fingerprint
        more = {"review-dismiss": key, "review-reason": "Better."}
        answer(editor, page, form(CLAIM) | more, "findings")
        row = DismissedFinding.objects.get()
        assert row.reason == "Better."
        assert timezone.now() - row.dismissed_at < timedelta(days=1)


class TestRefusal:
    def refused(self, client: Client, page: ArticlePage, data: dict[str, Any]) -> str:
        response = client.post(reverse("article_review:findings", args=[page.pk]), **encoded(data))
        assert response.status_code == 409
        assert not DismissedFinding.objects.exists()
        return response.json()["refused"]

    def test_of_no_reason(self, editor: Client, page: ArticlePage) -> None:
        key = fingerprint(answer(editor, page, form(CLAIM)), CLAIM)
        more = {"review-dismiss": key, "review-reason": " "}
        assert "Say why" in self.refused(editor, page, form(CLAIM) | more)

    def test_of_what_the_form_does_not_say(self, editor: Client, page: ArticlePage) -> None:
        key = fingerprint(answer(editor, page, form(CLAIM)), CLAIM)
        more = {"review-dismiss": key, "review-reason": "A saying."}
        assert "changed" in self.refused(editor, page, form(OTHER) | more)

    def test_of_what_is_broken_for_readers(self, editor: Client, page: ArticlePage) -> None:
        from blog.checks.finding import Finding, Level

        key = Finding("empty_heading", Level.MUST, "", "").fingerprint
        data = posted(heading("")) | {"review-dismiss": key, "review-reason": "No."}
        assert "has to be mended" in self.refused(editor, page, data)
