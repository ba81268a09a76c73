"""What a copy of an article has of its original, and what an alias has."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from blog.models import ArticleAuthor, ArticlePage
from blog.tests.factories import block, heading, journal, make_article, make_author

pytestmark = pytest.mark.django_db

PROVENANCE = ("reviewer", "reviewed_on", "review_due_on", "updated_at")


@pytest.fixture
def article():
    before = timezone.now() - timedelta(days=400)
    made = make_article(
        heading("Sun"), published_at=before, updated_at=before + timedelta(days=9), standfirst="In short."
    )
    draft = made.get_latest_revision_as_object()
    draft.reviewer, draft.reviewed_on, draft.review_due_on = make_author(), date(2026, 1, 1), date(2026, 9, 1)
    draft.bylines = [ArticleAuthor(author=make_author("Lena Hartono"))]
    correction = block("correction", {"made_on": "2026-03-02", "text": "<p>It is micrograms.</p>"})
    draft.corrections = draft.corrections.stream_block.to_python([correction])
    draft.save_revision().publish()
    return ArticlePage.objects.get(pk=made.pk)


@pytest.mark.parametrize("with_history", [True, False])
def test_a_copy_has_the_words_and_not_the_past(client, admin_user, article, with_history):
    client.force_login(admin_user)
    copied = article.copy(
        update_attrs={"slug": "copied", "title": "Copied"}, copy_revisions=with_history, user=admin_user
    )
    stored = ArticlePage.objects.get(pk=copied.pk)
    for version in (stored, stored.get_latest_revision_as_object()):
        assert [getattr(version, name) for name in PROVENANCE] == [None] * 4
        assert len(version.corrections) == 0
        assert version.standfirst == "In short."
        assert [str(byline) for byline in version.bylines.all()] == ["Lena Hartono"]
    assert timezone.now() - stored.published_at < timedelta(minutes=5)
    assert client.get(stored.url).status_code == 200


def test_a_copy_that_is_published_later_bears_the_date_of_then(article):
    copied = article.copy(update_attrs={"slug": "copied", "title": "Copied"}, keep_live=False)
    assert ArticlePage.objects.get(pk=copied.pk).published_at is None
    copied.get_latest_revision().publish()
    assert timezone.now() - ArticlePage.objects.get(pk=copied.pk).published_at < timedelta(minutes=5)


def test_an_alias_has_all_its_original_has_and_follows_it(article):
    alias = article.create_alias(parent=journal(), update_slug="alias")
    assert ArticlePage.objects.get(pk=alias.pk).reviewer == article.reviewer
    draft = article.get_latest_revision_as_object()
    draft.reviewed_on = date(2026, 2, 2)
    draft.save_revision().publish()
    article.refresh_from_db()
    article.update_aliases()
    alias = ArticlePage.objects.get(pk=alias.pk)
    assert (alias.reviewed_on, len(alias.corrections)) == (date(2026, 2, 2), 1)
    assert alias.published_at == article.published_at
