"""What somebody learns of articles from a fact, who may keep facts but edit no article."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import Fact, Source
from blog.tests.factories import make_article, rewrite, text
from blog.tests.facts.facts import make_fact, state
from blog.tests.sources.sources import cite, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client):
    """A keeper of facts who may not open any page in the admin."""
    user = User.objects.create_user("keeper")
    names = ["access_admin", "change_fact", "delete_fact"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def form(client, fact):
    return client.get(reverse("wagtailsnippets_blog_fact:edit", args=[fact.pk])).content.decode()


def test_sentences_and_titles_of_drafts_stay_with_those_who_may_edit_them(keeper):
    fact = make_fact(30, 40)
    make_article(text(f"<p>Not for you: {state(fact)}.</p>"), title="Kept back", publish=False)
    said = form(keeper, fact)
    assert "It stands in one article you may not see." in said
    assert "Kept back" not in said
    assert "Not for you" not in said


def test_what_every_reader_sees_is_shown_without_the_draft_and_its_form(keeper):
    fact = make_fact(30, 40)
    article = make_article(text(f"<p>As published: {state(fact)}.</p>"), title="Out")
    rewrite(article, text(f"<p>Being rewritten: {state(fact)}.</p>"), publish=False)
    said = form(keeper, fact)
    assert "As published" in said
    assert "Being rewritten" not in said
    assert f"/admin/pages/{article.pk}/edit/" not in said


def test_the_refusal_to_delete_counts_what_may_not_be_seen(keeper):
    fact = make_fact(30, 40)
    make_article(text(f"<p>{state(fact)}</p>"), title="Kept back", publish=False)
    said = keeper.post(
        reverse("wagtailsnippets_blog_fact:delete", args=[fact.pk]), follow=True
    ).content.decode()
    assert Fact.objects.get() == fact
    assert "1 article you may not see" in said
    assert "Kept back" not in said


def test_the_refusal_to_delete_a_source_counts_what_may_not_be_seen(keeper):
    source = make_source("Salt and sleep")
    make_article(text(f"<p>It helps.{cite(source, 'Ada')}</p>"), title="Not yours")
    keeper_user = User.objects.get(username="keeper")
    keeper_user.user_permissions.add(
        *Permission.objects.filter(codename__in=["change_source", "delete_source"])
    )
    address = reverse("wagtailsnippets_blog_source:delete", args=[source.pk])
    said = keeper.post(address, follow=True).content.decode()
    assert Source.objects.get() == source
    assert "1 article you may not see" in said
    assert "Not yours" not in said


def test_the_form_costs_the_same_in_many_articles_as_in_two(client, admin_user):
    client.force_login(admin_user)
    fact = make_fact(30, 40)

    def queries(articles):
        for number in range(articles):
            article = make_article(text(f"<p>{state(fact)}</p>"), title=f"Article {number}")
            rewrite(article, text(f"<p>Now {state(fact)}</p>"), publish=False)
        form(client, fact)
        with CaptureQueriesContext(connection) as seen:
            form(client, fact)
        return len(seen)

    assert queries(2) == queries(4)
