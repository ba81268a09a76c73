"""Drawing ahead, where there are workers for it."""

import pytest
from django_tasks import task_backends

from blog.describing.poster import PICTURES
from blog.posters.tasks import draw_pictures
from blog.tests.factories import make_article

from .test_views import figure

pytestmark = pytest.mark.django_db

DEFERRED = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def queued() -> list[tuple[str, list]]:
    return [(result.task.func.__name__, result.args) for result in task_backends["default"].results]


def test_publishing_has_workers_draw(settings, django_capture_on_commit_callbacks):
    settings.TASKS = DEFERRED
    with django_capture_on_commit_callbacks(execute=True):
        article = make_article(figure())
    assert ("draw_pictures", [article.pk]) in queued()


def test_saving_a_draft_has_them_draw_nothing(settings, django_capture_on_commit_callbacks):
    settings.TASKS = DEFERRED
    with django_capture_on_commit_callbacks(execute=True):
        make_article(figure(), publish=False)
    assert "draw_pictures" not in [name for name, _ in queued()]


def test_a_worker_draws_what_readers_will_ask_for(own_storage, drawn, client):
    article = make_article(figure("One"), figure("Two"))
    draw_pictures.call(article.pk)
    assert sorted(drawn) == sorted([*PICTURES, *PICTURES])
    assert len([path for path in own_storage.rglob("*") if path.is_file()]) == 6


def test_a_worker_draws_nothing_of_what_was_taken_back_meanwhile(drawn):
    article = make_article(figure())
    article.unpublish()
    draw_pictures.call(article.pk)
    draw_pictures.call(article.pk + 1)
    assert not drawn


def test_a_picture_that_fails_does_not_keep_the_others_from_being_drawn(monkeypatch, own_storage, caplog):
    from blog.posters import pictures
    from blog.posters.drawing import CannotDraw

    really = pictures.draw

    def draw(poster, name):
        if name == "card.png":
            raise CannotDraw("no memory")
        return really(poster, name)

    monkeypatch.setattr(pictures, "draw", draw)
    draw_pictures.call(make_article(figure()).pk)
    assert len([path for path in own_storage.rglob("*") if path.is_file()]) == 2
    assert "no memory" in caplog.text
