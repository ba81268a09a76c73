"""A change is noted in the transaction that makes it, once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.tests.factories import heading, make_article
from products.tests.factories import make_product
from qnwellness.answers import changes
from qnwellness.answers.changes import Latest, forget_changes, note_change
from qnwellness.answers.models import Change
from qnwellness.answers.parts import ANYTHING, made_of, recording
from qnwellness.answers.remembering import Remembered
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

    def test_a_new_draft_is_none(self) -> None:
        assert not self.is_noted(lambda: make_article(heading("A"), publish=False))

    def test_an_editors_draft_is_none(self) -> None:
        article = make_article(heading("A"))
        article.title = "Another"
        assert not self.is_noted(article.save_revision)


class TestWhatIsKnown:
    def state(self) -> tuple[Latest, int]:
        latest = Latest()
        return latest, latest.state() or 0

    def test_it_differs_after_a_change(self) -> None:
        latest, before = self.state()
        assert before == latest.state()
        note_change()
        assert latest.state() != before

    def test_what_is_made_of_what_changed_has_changed(self) -> None:
        latest, before = self.state()
        note_change("page:1")
        after = latest.state()
        assert latest.has_changed({"page:1", "x"}, before)
        assert latest.has_changed({ANYTHING}, before)
        assert not latest.has_changed({"page:2", "x"}, before)
        assert not latest.has_changed({"page:1", ANYTHING}, after)

    def test_a_change_of_anything_changes_all(self) -> None:
        latest, before = self.state()
        note_change()
        latest.state()
        assert latest.has_changed({"page:2"}, before)
        assert latest.has_changed(set(), before)

    def test_what_is_noted_again_after_somebody_has_looked_is_written_again(self) -> None:
        latest, _before = self.state()
        note_change("page:1")
        between = latest.state()
        changes.latest.state()
        note_change("page:1")
        latest.state()
        assert latest.has_changed({"page:1"}, between)

    def test_a_change_that_was_begun_before_another_and_committed_after_it_is_seen(self) -> None:
        latest, _before = self.state()
        late = Change.objects.create(parts=["page:1"])
        number = late.pk
        late.delete()
        Change.objects.create(parts=["page:2"])
        between = latest.state()
        Change.objects.create(pk=number, parts=["page:1"])
        latest.state()
        assert latest.has_changed({"page:1"}, between)
        assert not latest.has_changed({"page:2"}, between)

    def test_changes_that_are_gone_before_they_were_seen_have_changed_anything(self) -> None:
        latest, before = self.state()
        Change.objects.create(parts=["page:1"]).delete()
        assert latest.state() == before
        Change.objects.create(parts=["page:1"])
        latest.state()
        Change.objects.all().delete()
        before = latest.state()
        Change.objects.bulk_create(Change(parts=["page:1"]) for _n in range(5_000))
        latest.state()
        assert latest.has_changed({"page:9"}, before or 0)

    def test_a_number_that_is_given_again_after_it_was_taken_back_is_another_change(self) -> None:
        latest, _before = self.state()
        Change.objects.create(parts=["page:1"])
        taken_back = Change.objects.create(parts=["page:2"])
        before = latest.state()
        taken_back.delete()
        Change.objects.create(pk=taken_back.pk, parts=["page:3"])
        latest.state()
        assert latest.has_changed({"page:3"}, before)

    def test_thousands_of_changes_in_one_transaction_are_anything(self) -> None:
        latest, before = self.state()
        count = noted()
        with transaction.atomic():
            for number in range(1_000):
                note_change(f"page:{number}")
        assert noted() - count < 300
        latest.state()
        assert latest.has_changed({"page:999"}, before)


class TestRemembered:
    def test_it_is_made_again_when_what_it_is_made_of_has_changed(self) -> None:
        made: list[int] = []

        def make() -> int:
            made_of("page:1")
            made.append(1)
            return len(made)

        remembered = Remembered(make)
        assert [remembered(), remembered()] == [1, 1]
        note_change("page:2")
        assert remembered() == 1
        note_change("page:1")
        assert remembered() == 2
        note_change()
        assert remembered() == 3

    def test_what_uses_it_is_made_of_the_same(self) -> None:
        remembered = Remembered(lambda: made_of("page:1"))
        for _time in range(2):
            with recording() as heard:
                remembered()
            assert heard == {"page:1"}


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


def test_a_database_that_is_gone_is_not_asked_with_each_request(settings, monkeypatch) -> None:
    settings.ANSWERS_LOOK_EVERY = 60
    asked: list[int] = []

    def fail(*args: object, **kwargs: object) -> None:
        asked.append(1)
        raise DatabaseError

    monkeypatch.setattr("django.db.models.query.QuerySet.aggregate", fail)
    latest = Latest()
    assert [latest.state() for _time in range(5)] == [None] * 5
    assert len(asked) == 1


def test_changes_are_forgotten_together_once_a_day() -> None:
    note_change()
    Change.objects.update(made_at=timezone.now() - timedelta(hours=40))
    assert forget_changes() == 0


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
