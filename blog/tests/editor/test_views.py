"""What the panels beside a form are told."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, Revision

from blog.models import ArticlePage, DismissedFinding
from blog.tests.factories import callout, journal, make_article
from blog.tests.factories import heading as stored_heading
from blog.tests.factories import text as stored_text
from blog.tests.sources.sources import cite, make_source
from products.tests.factories import make_product

from .form import encoded, heading, posted, text

pytestmark = pytest.mark.django_db
CLAIM = "Studies show that it helps."


def edit_url(page: Page) -> str:
    return reverse("article_review:edit", args=[page.pk])


def ask(client: Client, page: Page, data: dict[str, Any]) -> dict[str, Any]:
    response = client.post(edit_url(page), **encoded(data))
    assert response.status_code == 200
    return json.loads(response.content)


def lines(answer: dict[str, Any]) -> list[str]:
    tree = BeautifulSoup(answer["contents"]["html"], "html.parser")
    return [button.get_text() for button in tree.select("ol.review-contents button")]


def rules_of(answer: dict[str, Any]) -> str:
    return BeautifulSoup(answer["findings"]["html"], "html.parser").get_text(" ", strip=True)


class TestContents:
    def test_are_those_of_the_form_and_not_of_the_saved_article(self, editor: Client) -> None:
        page = make_article(stored_heading("Old"), stored_text("<p>Old.</p>"))
        data = posted(heading("New"), text("<p>a</p>"), heading("Deeper", "3"), heading("Last"))
        assert lines(ask(editor, page, data)) == ["New", "Deeper", "Last"]

    def test_name_headings_by_their_own_labels(self, editor: Client) -> None:
        data = posted(heading("A very long heading", contents_label="Short"), heading("B"))
        assert lines(ask(editor, make_article(), data)) == ["Short", "B"]

    def test_show_what_is_left_out_apart(self, editor: Client) -> None:
        answer = ask(editor, make_article(), posted(heading("A"), heading("B"), heading("C", is_listed="")))
        assert lines(answer) == ["A", "B"]
        tree = BeautifulSoup(answer["contents"]["html"], "html.parser")
        assert tree.select_one(".review-contents--left-out").get_text(strip=True) == "C"

    def test_follow_the_order_of_the_form(self, editor: Client) -> None:
        data = posted(heading("A"), heading("B"))
        data["body-0-order"], data["body-1-order"] = "1", "0"
        assert lines(ask(editor, make_article(), data)) == ["B", "A"]

    def test_leave_deleted_headings_out(self, editor: Client) -> None:
        data = posted(heading("A"), heading("B"), heading("C")) | {"body-1-deleted": "1"}
        assert lines(ask(editor, make_article(), data)) == ["A", "C"]

    def test_lead_to_the_heading_in_the_form(self, editor: Client) -> None:
        answer = ask(editor, make_article(), posted(heading("A"), heading("B"), ids=["aaa", "bbb"]))
        tree = BeautifulSoup(answer["contents"]["html"], "html.parser")
        assert [button["data-go"] for button in tree.select("button")] == ["body.aaa.text", "body.bbb.text"]

    def test_end_with_the_sources_of_an_article_that_cites(self, editor: Client) -> None:
        blocks = (heading("A"), heading("B"), text(f"<p>Bone.{cite(make_source())}</p>"))
        answer = ask(editor, make_article(), posted(*blocks))
        tree = BeautifulSoup(answer["contents"]["html"], "html.parser")
        last = tree.select("ol.review-contents > li")[-1].get_text(strip=True)
        assert (last, answer["contents"]["status"]) == ("Sources", "3 lines in the contents list")

    def test_name_no_sources_where_nothing_is_cited(self, editor: Client) -> None:
        answer = ask(editor, make_article(), posted(heading("A"), heading("B")))
        assert "Sources" not in answer["contents"]["html"]

    @pytest.mark.parametrize(
        ("contents", "count", "notice"),
        [("auto", 1, "from two headings on"), ("off", 2, "switched off"), ("on", 0, "nothing to list yet")],
    )
    def test_say_why_readers_do_not_see_them(
        self, editor: Client, contents: str, count: int, notice: str
    ) -> None:
        data = posted(*(heading(str(number)) for number in range(count)), contents=contents)
        assert notice in ask(editor, make_article(), data)["contents"]["html"]

    @pytest.mark.parametrize(("contents", "count"), [("auto", 2), ("on", 1)])
    def test_say_nothing_where_readers_see_them(self, editor: Client, contents: str, count: int) -> None:
        data = posted(*(heading(str(number)) for number in range(count)), contents=contents)
        assert "review__notice" not in ask(editor, make_article(), data)["contents"]["html"]


class TestFindings:
    def test_quote_what_has_not_been_saved(self, editor: Client) -> None:
        answer = ask(editor, make_article(), posted(heading("A"), text(f"<p>{CLAIM}</p>")))
        assert CLAIM in rules_of(answer)
        assert answer["findings"]["count"] > 0

    def test_are_read_from_a_form_that_is_not_valid(self, editor: Client) -> None:
        data = posted(heading(""), text(f"<p>{CLAIM}</p>"), title="", reviewed_on="the day before")
        said = rules_of(ask(editor, make_article(), data))
        assert CLAIM in said
        assert "This heading has no words." in said

    @pytest.mark.parametrize("level", ["x", "", "0", "٣", "99999999999999999999999"])
    def test_are_read_where_a_heading_has_a_level_no_form_offers(self, editor: Client, level: str) -> None:
        data = posted(heading("A", level), text(f"<p>{CLAIM}</p>"))
        assert CLAIM in rules_of(ask(editor, make_article(), data))

    def test_escape_what_they_quote(self, editor: Client) -> None:
        data = posted(heading("<script>x</script>"), heading("<script>x</script>"))
        answer = ask(editor, make_article(), data)
        assert "<script" not in answer["findings"]["html"] + answer["contents"]["html"]

    def test_of_a_new_article_cannot_be_set_aside_yet(self, editor: Client) -> None:
        url = reverse("article_review:add", args=[journal().pk])
        response = editor.post(url, **encoded(posted(heading("A"), text(f"<p>{CLAIM}</p>"))))
        said = rules_of(response.json())
        assert CLAIM in said
        assert "Can be set aside once a draft is saved." in said

    def test_write_nothing(self, editor: Client) -> None:
        page = make_article()
        before = (Revision.objects.count(), ArticlePage.objects.get(pk=page.pk).latest_revision_created_at)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask(editor, page, posted(heading("A"), text(f"<p>{CLAIM}</p>")))
        writes = [q["sql"] for q in queries if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
        assert writes == []
        assert before == (
            Revision.objects.count(),
            ArticlePage.objects.get(pk=page.pk).latest_revision_created_at,
        )

    def test_ask_no_more_questions_for_a_longer_text(self, editor: Client) -> None:
        page = make_article()
        counts = []
        for number in (1, 30):
            data = posted(*[heading("A"), text(f"<p>{CLAIM}</p>")] * number)
            with CaptureQueriesContext(connection) as queries:
                ask(editor, page, data)
            counts.append(len(queries))
        assert counts[0] == counts[1]

    def test_cannot_be_asked_for_with_something_else(self, editor: Client) -> None:
        page = make_article()
        assert editor.post(edit_url(page), {"title": "A"}).status_code == 400
        assert editor.post(edit_url(page), posted(heading("A")) | {"body-count": "x"}).status_code == 400
        assert editor.get(edit_url(page)).status_code == 405


class TestPermissions:
    @pytest.mark.parametrize(
        ("group", "status"),
        [("Editors", 200), ("Reviewers", 200), ("Catalogue", 403), ("Importers", 200), (None, 403)],
    )
    @pytest.mark.parametrize("name", ["edit", "findings", "add"])
    def test_only_who_may_edit_is_answered(
        self, log_in: Callable[[str], Client], client: Client, group: str | None, status: int, name: str
    ) -> None:
        page = make_article(title="Secret words", publish=False)
        browser = log_in(group) if group else client
        target = journal() if name == "add" else page
        data = posted(heading("A")) | {"review-take-back": "x"}
        response = browser.post(reverse(f"article_review:{name}", args=[target.pk]), **encoded(data))
        assert response.status_code == status
        if status == 403:
            assert b"Secret words" not in response.content

    def test_a_browser_without_the_token_is_refused(self, editor: Client) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = editor.cookies
        assert strict.post(edit_url(make_article()), **encoded(posted())).status_code == 403

    def test_other_pages_have_no_review(self, editor: Client) -> None:
        assert editor.post(edit_url(journal()), **encoded(posted())).status_code == 404
        assert (
            editor.post(
                reverse("article_review:add", args=[make_product().pk]), **encoded(posted())
            ).status_code
            == 404
        )


class TestForm:
    def test_shows_both_panels_as_saved(self, editor: Client) -> None:
        page = make_article(stored_heading("First"), stored_text(f"<p>{CLAIM}</p>"), stored_heading("Second"))
        tree = BeautifulSoup(
            editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser"
        )
        assert "First" in tree.select_one("[data-review=contents] ol").get_text()
        assert CLAIM in tree.select_one("[data-review=findings]").get_text()
        counter = tree.select_one("[data-side-panel-toggle=findings] [data-side-panel-toggle-counter]")
        assert int(counter.get_text()) > 0
        assert tree.select_one("[data-side-panel=checks]"), "Wagtail's own checks stay"

    def test_of_a_new_article_has_the_panels(self, editor: Client) -> None:
        url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", journal().pk])
        tree = BeautifulSoup(editor.get(url).content, "html.parser")
        address = tree.select_one("[data-review=contents]")["data-review-url"]
        assert address == reverse("article_review:add", args=[journal().pk])

    def test_is_not_renewed_by_an_automatic_save(self, editor: Client) -> None:
        page = make_article()
        data = posted(heading("A"), slug=page.slug)
        response = editor.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers={"Accept": "application/json"}
        )
        assert response.json()["success"]
        assert "data-review=" not in response.json()["html"]


def test_a_callout_of_a_deleted_product_must_be_fixed(editor: Client) -> None:
    product = make_product()
    page = make_article(stored_heading("A"), callout(product))
    product.delete()
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "This callout has no product." in response.content.decode()
    assert DismissedFinding.objects.count() == 0
