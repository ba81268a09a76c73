"""The first page of the admin, for who writes articles."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from blog.models import ArticlePage
from blog.tests.factories import journal, make_article
from blog.tests.facts.facts import make_fact

pytestmark = pytest.mark.django_db


def links(client: Client) -> dict[str, str]:
    """Return what the panel leads to, by its words."""
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    panel = page.find(id="articles-section") or page.new_tag("p")
    return {link.get_text(" ", strip=True): link["href"] for link in panel.select(".w-panel__content a")}


def leave_unpublished(article: ArticlePage, user: User, title: str) -> None:
    draft = article.get_latest_revision_as_object()
    draft.title = title
    draft.save_revision(user=user)


def test_leads_to_the_journal_to_a_new_article_and_to_what_needs_mending(editor: Client) -> None:
    parent = journal()
    assert links(editor) == {
        f"Add an article to {parent.title}": f"/admin/pages/add/blog/articlepage/{parent.pk}/",
        parent.title: f"/admin/pages/{parent.pk}/",
        "Articles to look at": reverse("article_report"),
    }
    assert all(editor.get(url).status_code == 200 for url in links(editor).values())


def test_leads_back_to_ones_own_changes_until_they_are_published(editor: Client) -> None:
    mine, other, published = (make_article(title=title) for title in ("Mine", "Other", "Published"))
    me = User.objects.get(username="editors")
    leave_unpublished(mine, me, "Mine, mended")
    leave_unpublished(other, User.objects.create(username="somebody"), "Other, mended")
    leave_unpublished(published, me, "Published again")
    published.get_latest_revision().publish()
    found = links(editor)
    assert found["Mine, mended"] == reverse("wagtailadmin_pages:edit", args=[mine.pk])
    assert not {"Other, mended", "Published again"} & set(found)


def test_offers_nothing_to_who_may_not_edit_articles(log_in: Callable[[str], Client]) -> None:
    make_article()
    assert not links(log_in("Catalogue"))


def test_leads_to_facts_that_should_have_been_checked_again(editor: Client) -> None:
    make_fact(30, verified_on="2020-01-01", verify_by="2021-01-01")
    make_fact(31, verified_on="2020-01-01")
    found = links(editor)["One fact should have been checked again"]
    assert len(BeautifulSoup(editor.get(found).content, "html.parser").select("main tbody tr")) == 1
