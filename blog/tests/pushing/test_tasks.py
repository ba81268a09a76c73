"""Shops are told soon after a change where there are workers, and by nobody who waits."""

from collections.abc import Callable
from typing import Any

import pytest
from django_tasks import task_backends

from blog.pushing import tasks
from blog.tests.factories import make_article

pytestmark = pytest.mark.django_db
DEFERRED = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def queued() -> int:
    results = task_backends["default"].results
    return [result.task.func.__name__ for result in results].count("send_lists")


def test_workers_are_told_once_of_many_changes(
    settings: Any, django_capture_on_commit_callbacks: Callable
) -> None:
    settings.TASKS = DEFERRED
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(3):
            make_article(title=f"Article {number}")
    assert queued() == 1


def test_a_change_after_a_round_is_another_round(settings: Any) -> None:
    settings.TASKS = DEFERRED
    tasks.send_soon()
    tasks.send_soon()
    tasks.send_lists.call()
    tasks.send_soon()
    assert queued() == 2


def test_without_workers_nobody_who_publishes_waits(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable
) -> None:
    rounds: list[int] = []
    monkeypatch.setattr(tasks, "send_what_changed", lambda: rounds.append(1))
    with django_capture_on_commit_callbacks(execute=True):
        make_article(title="Sleep")
    assert rounds == []


def test_a_queue_that_is_away_keeps_nobody_from_publishing(
    settings: Any, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable
) -> None:
    def away(*args: object) -> None:
        raise ConnectionError("nobody there")

    settings.TASKS = DEFERRED
    monkeypatch.setattr(tasks.cache, "add", away)
    with django_capture_on_commit_callbacks(execute=True):
        article = make_article(title="Sleep")
    assert article.live
