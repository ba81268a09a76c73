"""Tasks that wait in the database: publishing puts them there, and a worker does them."""

import pytest
from django.db import transaction
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from blog.describing.poster import PICTURES, pictured
from blog.models import ArticlePage
from blog.posters.keeping import kept, path_of
from blog.tests.factories import make_article
from blog.tests.posters.test_views import figure
from qnwellness.home.management.commands.run_schedule import forget_done_tasks

pytestmark = [pytest.mark.any_database, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def in_the_database(settings, tmp_path, monkeypatch):
    # A test is a transaction already, in which SQLite begins no other one. PostgreSQL's worker opens such a one.
    monkeypatch.setattr(db_worker, "exclusive_transaction", lambda using: transaction.atomic(using=using))
    # A test's connection holds what it has written.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.MEDIA_ROOT, settings.DATA_DIR = tmp_path / "media", tmp_path


def work() -> None:
    options = {
        "queue_names": ["*"],
        "backend_name": "default",
        "max_tasks": None,
        "worker_id": "of-this-test",
    }
    db_worker.Worker(interval=0, batch=True, startup_delay=False, **options).run()


def test_a_worker_indexes_and_draws_what_was_published(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        article = make_article(figure(), title="Serrapeptase and joints")
    assert found("serrapeptase") == []
    waiting = set(DBTaskResult.objects.values_list("task_path", flat=True))
    assert {path.rpartition(".")[2] for path in waiting} >= {"insert_or_update_object_task", "draw_pictures"}
    work()
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert found("serrapeptase") == [article]
    assert all(kept(path_of(shown, name)) for shown in pictured(article) for name in PICTURES)


def test_tasks_of_a_publishing_that_failed_are_not_there():
    with transaction.atomic():
        make_article(figure())
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()


def test_the_schedule_forgets_what_is_done(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_article()
    work()
    DBTaskResult.objects.update(finished_at="2020-01-01T00:00Z")
    forget_done_tasks()
    assert not DBTaskResult.objects.exists()


def found(words: str) -> list[ArticlePage]:
    return list(ArticlePage.objects.search(words))
