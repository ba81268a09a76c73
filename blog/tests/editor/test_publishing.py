"""What an editor is told after publishing, and on the list of articles to look at."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blog.models import ArticlePage
from blog.tests.factories import heading, make_article, make_author, rewrite, text

from .form import heading as posted_heading
from .form import posted
from .form import text as posted_text

pytestmark = pytest.mark.django_db
BROKEN = '<p><a href="#gone">Here</a></p>'


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

    def test_takes_few_queries_an_article(self, editor: Client) -> None:
        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                self.rows(editor)
            return len(captured)

        make_article(heading("A"), text("<p>Bone.</p>"))
        self.rows(editor)
        few = queries()
        for number in range(10):
            make_article(heading("A"), text("<p>Bone.</p>"), title=f"Article {number}")
        assert queries() <= few + 10 * 3
