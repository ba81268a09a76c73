"""A change is noted in the transaction that makes it, once."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from wagtail.models import PageViewRestriction

from blog.tests.factories import heading, make_article
from products.tests.factories import make_product
from qnwellness.answers.changes import Latest, forget_changes, note_change
from qnwellness.answers.models import Change
from qnwellness.home.models import HomePage
from qnwellness.home.watching import UNSEEN, seen

pytestmark = pytest.mark.django_db


def noted() -> int:
    return Change.objects.count()


def test_several_changes_of_one_transaction_are_noted_once() -> None:
    before = noted()
    with transaction.atomic():
        note_change()
        note_change()
    note_change()
    assert noted() == before + 1  # the test itself is a transaction


def test_what_was_taken_back_is_noted_again() -> None:
    before = noted()
    with transaction.atomic():
        note_change()
        transaction.set_rollback(True)
    assert noted() == before
    note_change()
    assert noted() == before + 1


@pytest.mark.django_db(transaction=True)
def test_each_transaction_notes_its_own() -> None:
    for _time in range(2):
        with transaction.atomic():
            note_change()
    note_change()
    assert noted() == 3


class TestWhatIsAChange:
    def is_noted(self, act: Callable[[], object]) -> bool:
        # As if the transaction of the test had just begun.
        transaction.get_connection().run_on_commit.clear()
        Change.objects.all().delete()
        act()
        return noted() > 0

    def test_saving_a_product(self) -> None:
        assert self.is_noted(make_product().save)

    def test_publishing_and_taking_down_an_article(self) -> None:
        article = make_article(heading("A"), publish=False)
        assert self.is_noted(article.save_revision().publish)
        article.refresh_from_db()
        assert self.is_noted(article.unpublish)

    def test_moving_a_page(self) -> None:
        article, home = make_article(heading("A")), HomePage.objects.get()
        assert self.is_noted(lambda: article.move(home, pos="last-child"))

    def test_making_a_section_private(self) -> None:
        article = make_article(heading("A"))
        login = PageViewRestriction(page=article.get_parent(), restriction_type=PageViewRestriction.LOGIN)
        assert self.is_noted(login.save)

    def test_an_editors_draft_is_none(self) -> None:
        article = make_article(heading("A"))
        article.title = "Another"
        assert not self.is_noted(article.save_revision)


def test_what_is_known_differs_after_a_change() -> None:
    latest = Latest()
    before = latest.state()
    assert before == latest.state()
    note_change()
    assert latest.state() != before


def test_what_is_known_is_asked_for_now_and_then(settings, django_assert_num_queries) -> None:
    settings.ANSWERS_LOOK_EVERY = 60
    latest = Latest()
    with django_assert_num_queries(1):
        latest.state()
        latest.state()


def test_a_database_that_cannot_say_is_not_trusted(monkeypatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise DatabaseError

    monkeypatch.setattr("django.db.models.query.QuerySet.aggregate", fail)
    assert Latest().state() is None


def test_old_changes_are_forgotten() -> None:
    note_change()
    Change.objects.update(made_at="2020-01-01T00:00:00Z")
    assert forget_changes() >= 1
    assert not noted()


def test_only_models_that_are_there_are_said_to_be_unseen() -> None:
    from django.apps import apps

    assert {apps.get_model(label)._meta.label for label in UNSEEN} == UNSEEN
    assert {"blog.ArticlePage", "products.ProductPage", "wagtailcore.Page", "images.SiteImage"} <= {
        model._meta.label for model in seen()
    }
