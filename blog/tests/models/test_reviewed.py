"""People who are named only in versions of an article that are not live, and are deleted."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db.models import ProtectedError
from django.utils import timezone

from blog.models import ArticleAuthor, ArticlePage, Author, RelatedPick
from blog.tests.factories import make_article, make_author, text
from blog.tests.open_form import OpenForm
from products.tests.factories import make_image

pytestmark = pytest.mark.django_db

DAY = date(2026, 1, 1)


@pytest.fixture
def editor(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture(params=["reviewer", "author"])
def name(request):
    """Return a function that names a person in a version, in either of two ways."""

    def name(version, person):
        if request.param == "author":
            version.bylines = [ArticleAuthor(author=make_author("Who stays")), ArticleAuthor(author=person)]
        else:
            version.reviewer, version.reviewed_on, version.review_due_on = person, DAY, DAY
        return version

    return name


@pytest.fixture
def gone():
    return make_author("Who goes")


def delete(editor, person):
    assert editor.post(f"/admin/snippets/blog/author/delete/{person.pk}/").status_code == 302
    assert not Author.objects.filter(pk=person.pk).exists()


class TestWhoIsNamedInADraftAlone:
    def test_can_be_deleted_and_the_draft_goes_on_without_them(self, editor, name, gone):
        article = make_article(text("<p>Words.</p>"))
        name(article.get_latest_revision_as_object(), gone).save_revision()
        delete(editor, gone)
        assert editor.get("/admin/reports/articles/").status_code == 200
        OpenForm(editor, article).publish()
        article = ArticlePage.objects.get(pk=article.pk)
        assert (article.reviewer, article.reviewed_on, article.review_due_on) == (None, None, None)

    def test_leaves_the_others_in_the_byline(self, editor, gone):
        article = make_article(text("<p>Words.</p>"))
        draft = article.get_latest_revision_as_object()
        stays = make_author("Who stays")
        draft.bylines = [ArticleAuthor(author=gone), ArticleAuthor(author=stays)]
        draft.save_revision()
        delete(editor, gone)
        assert [one.author for one in article.get_latest_revision_as_object().bylines.all()] == [stays]


class TestWhoIsNamedInAnOlderVersionAlone:
    def test_can_be_deleted_and_the_version_be_compared_and_restored(self, editor, name, gone):
        article = make_article(text("<p>Words.</p>"))
        old = name(article.get_latest_revision_as_object(), gone).save_revision()
        old.publish()
        later = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
        later.reviewer = later.reviewed_on = later.review_due_on = None
        later.bylines = []
        later.save_revision().publish()
        gone.delete()
        assert editor.get(f"/admin/pages/{article.pk}/revisions/compare/{old.pk}...live/").status_code == 200
        OpenForm(editor, article, old).publish()


class TestWhoIsNamedInAScheduledVersionAlone:
    def test_can_be_deleted_and_the_version_is_published_at_its_hour(self, editor, name, gone):
        article = make_article(text("<p>Words.</p>"))
        draft = name(article.get_latest_revision_as_object(), gone)
        draft.title = "Later"
        draft.go_live_at = timezone.now() + timedelta(hours=1)
        revision = draft.save_revision()
        revision.publish()
        delete(editor, gone)
        due = timezone.now() - timedelta(minutes=1)
        revision.content = {**revision.content, "go_live_at": due.isoformat()}
        revision.approved_go_live_at = due
        revision.save()
        call_command("publish_scheduled")
        assert ArticlePage.objects.get(pk=article.pk).title == "Later"


class TestWhoIsNamedInTheLiveVersion:
    def test_stays(self, name, gone):
        article = make_article(text("<p>Words.</p>"))
        name(article.get_latest_revision_as_object(), gone).save_revision().publish()
        with pytest.raises(ProtectedError):
            gone.delete()


class TestWhatElseADraftRefersTo:
    def test_can_be_deleted_too(self, editor):
        picture, pick = make_image(), make_article(title="To read next")
        article = make_article(text("<p>Words.</p>"))
        draft = article.get_latest_revision_as_object()
        draft.hero = picture
        draft.picks = [RelatedPick(pick=pick)]
        draft.save_revision()
        picture.delete()
        pick.delete()
        OpenForm(editor, article).publish()
        assert ArticlePage.objects.get(pk=article.pk).hero is None
