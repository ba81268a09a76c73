"""What an editor is told after publishing, and on the list of articles to look at."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blog.models import ArticleAuthor, ArticlePage
from blog.tests.factories import heading, journal, make_article, make_author, rewrite, text

from .form import heading as posted_heading
from .form import posted
from .form import text as posted_text

pytestmark = pytest.mark.django_db
BROKEN = '<p><a href="#gone">Here</a></p>'


def save_draft(article: ArticlePage, **fields: Any) -> None:
    draft = article.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()


def publish(client: Client, page: ArticlePage, html: str) -> str:
    data = posted(posted_heading("A"), posted_text(html), slug=page.slug) | {"action-publish": "yes"}
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302
    assert ArticlePage.objects.get(pk=page.pk).live
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


class TestPublishing:
    def test_is_not_refused_but_says_what_is_broken(self, log_in: Callable[[str], Client]) -> None:
        said = publish(log_in("Reviewers"), make_article(publish=False), BROKEN)
        assert "1 thing in “How bone is built” must be fixed" in said
        assert "#gone" in said

    def test_says_nothing_more_where_nothing_is_broken(self, log_in: Callable[[str], Client]) -> None:
        assert "must be fixed" not in publish(
            log_in("Reviewers"), make_article(publish=False), "<p>Bone.</p>"
        )


class TestReport:
    def rows(self, client: Client, query: str = "") -> list[list[str]]:
        response = client.get(reverse("article_report") + query)
        assert response.status_code == 200
        table = BeautifulSoup(response.content, "html.parser").select("table.listing tbody tr")
        return [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in table]

    def test_counts_findings_of_every_article_by_level(self, editor: Client) -> None:
        make_article(heading("A"), text(BROKEN))
        ((title, must, should, know, *_rest),) = self.rows(editor)
        assert (title, must) == ("How bone is built", "1")
        assert (should, know) == ("3", "2")

    def test_looks_at_what_is_not_published_yet(self, editor: Client) -> None:
        article = make_article(text(BROKEN))
        rewrite(article, text("<p>Bone.</p>"), publish=False)
        assert self.rows(editor)[0][1] == "–"

    def test_puts_what_is_overdue_first(self, editor: Client) -> None:
        today, who = timezone.localdate(), make_author()
        fresh, old = today - timedelta(days=20), today - timedelta(days=400)
        make_article(title="Fresh", reviewer=who, reviewed_on=fresh)
        make_article(title="Stale", reviewer=who, reviewed_on=fresh, review_due_on=today - timedelta(days=9))
        make_article(title="Left to itself", reviewer=who, reviewed_on=old)
        rows = self.rows(editor)
        assert [row[0] for row in rows] == ["Stale", "Left to itself", "Fresh"]
        assert ["overdue" in row[4] for row in rows] == [True, True, False]
        assert [row[0] for row in self.rows(editor, "?overdue=true")] == ["Stale", "Left to itself"]
        assert [row[0] for row in self.rows(editor, "?overdue=false")] == ["Fresh"]

    def test_puts_what_must_be_fixed_before_what_should_be_and_that_before_what_is_well(
        self, editor: Client
    ) -> None:
        well = make_article(title="Well")
        make_article(heading("A"), text("<p>Studies show that it helps.</p>"), title="To improve")
        make_article(heading("A"), text(BROKEN), title="Broken")
        make_article(title="Also well")
        assert [row[0] for row in self.rows(editor)] == ["Broken", "To improve", "Well", "Also well"]
        rewrite(well, heading("A"), text(BROKEN * 2), publish=False)
        assert self.rows(editor)[0][0] == "Well"

    def test_does_not_look_for_its_order_into_more_articles_than_it_says(
        self, editor: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("blog.editor.ranking.CHECKED", 1)
        make_article(heading("A"), text(BROKEN), title="Broken long ago")
        make_article(title="Saved last")
        assert [row[0] for row in self.rows(editor)] == ["Saved last", "Broken long ago"]

    @pytest.mark.slow
    def test_checks_only_the_articles_of_one_page_of_it(self, editor: Client) -> None:
        for number in range(27):
            make_article(title=f"Article {number}")
        assert len(self.rows(editor)) == 25
        assert len(self.rows(editor, "?p=2")) == 2

    def test_is_for_who_may_edit_articles(self, log_in: Callable[[str], Client]) -> None:
        make_article(title="Secret words")
        assert b"Secret words" not in log_in("Catalogue").get(reverse("article_report")).content

    def test_is_closed_to_others(self, client: Client) -> None:
        assert client.get(reverse("article_report")).status_code == 302

    def test_stands_in_the_menu(self, editor: Client) -> None:
        make_article()
        assert reverse("article_report") in editor.get(reverse("wagtailadmin_home")).content.decode()

    def test_counts_the_authors_of_what_was_saved_last(self, editor: Client) -> None:
        article = make_article(text("<p>Bone.</p>"))
        before = int(self.rows(editor)[0][2])
        save_draft(article, bylines=[ArticleAuthor(author=make_author())])
        assert int(self.rows(editor)[0][2]) == before - 1

    def test_says_where_an_article_stands(self, editor: Client) -> None:
        make_article(title="Draft", publish=False)
        save_draft(make_article(title="Both"), title="Both")
        later = make_article(title="Later", publish=False)
        later.go_live_at = timezone.now() + timedelta(days=1)
        later.save_revision().publish()
        states = {row[0]: row[5].lower() for row in self.rows(editor)}
        for title, state in {"Draft": "draft", "Both": "live + draft", "Later": "scheduled"}.items():
            assert state in states[title]

    def test_leaves_aliases_out(self, editor: Client) -> None:
        article = make_article(title="Bone")
        article.create_alias(parent=journal(), update_slug="bone-again")
        assert [row[0] for row in self.rows(editor)] == ["Bone"]

    @pytest.mark.slow
    def test_takes_as_many_queries_for_two_rows_as_for_twelve(self, editor: Client) -> None:
        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                self.rows(editor)
            return len(captured)

        def make(number: int) -> None:
            body = heading("A"), text('<p>Bone, <a href="#a">above</a>.</p>')
            article = make_article(*body, title=f"Article {number}", publish=bool(number % 3))
            if number % 2:
                save_draft(article, bylines=[ArticleAuthor(author=who)], reviewer=who)

        who = make_author()
        for number in (1, 2):
            make(number)
        self.rows(editor)
        few = queries()
        for number in range(3, 13):
            make(number)
        assert queries() == few <= 29
