"""One import at a time."""

import os
import time
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from blog.importing.runs.alone import SILENT_FOR, Busy, alone, bury_dead_runs, busy_words
from blog.importing.runs.applying import apply_slice
from blog.importing.runs.undoing import undo
from blog.models import ArticlePage, ImportItem, ImportRun
from blog.tests.factories import journal
from qnwellness.content import alone as jobs

from .conftest import applied, planned, post, upload

pytestmark = pytest.mark.django_db
STATUS = ImportRun.Status


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA_DIR = str(tmp_path)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "iron.txt"
    path.write_text(post("Iron"))
    return path


@pytest.fixture
def another_process():
    """Have another process hold the lock until the test ends."""
    ready, go = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            with jobs.alone("article-import", "iris"):
                os.write(ready[1], b".")
                os.read(go[0], 1)
        finally:
            os._exit(0)
    os.read(ready[0], 1)
    yield pid
    os.write(go[1], b".")
    os.waitpid(pid, 0)
    for end in (*ready, *go):
        os.close(end)


def running(**fields) -> ImportRun:
    return ImportRun.objects.create(
        **{"trigger": "admin", "status": STATUS.RUNNING, "parent": journal(), **fields}
    )


class TestWhileAnotherProcessImports:
    def test_a_command_says_who_and_since_when_and_writes_nothing(self, another_process, file, capsys):
        with pytest.raises(CommandError, match=r"Another import is at work \(iris, since .*:\d\d\)") as error:
            call_command("import_article", str(file), json=True)
        assert error.value.returncode == 1
        assert capsys.readouterr().out == ""
        assert not ArticlePage.objects.exists()
        assert not ImportRun.objects.exists()

    def test_a_dry_run_goes_on(self, another_process, file, capsys):
        call_command("import_article", str(file), dry_run=True)
        assert "create: Iron" in capsys.readouterr().out

    def test_a_run_of_the_admin_waits_as_it_is(self, another_process, importer):
        run = planned(importer, upload("a.txt", post("Iron")))
        with pytest.raises(Busy):
            apply_slice(run)
        with pytest.raises(Busy):
            undo(run)
        run.refresh_from_db()
        assert run.status == STATUS.PLANNED
        assert not ArticlePage.objects.exists()


class TestBetweenTheSlicesOfARun:
    def test_another_one_is_told(self, importer):
        running(user=importer)
        mine = planned(importer, upload("a.txt", post("Iron")))
        with pytest.raises(Busy) as busy:
            apply_slice(mine)
        assert busy.value.who == "iris"
        assert "iris" in busy_words(busy.value)

    def test_one_that_was_silent_for_long_is_taken_for_dead_and_can_be_gone_on_with(self, importer):
        uploads = [upload(f"{n}.txt", post(f"Iron {n}")) for n in range(3)]
        left = planned(importer, *uploads)
        apply_slice(left, 0)
        ImportRun.objects.filter(pk=left.pk).update(
            active_at=timezone.now() - SILENT_FOR - timedelta(seconds=1)
        )
        applied(planned(importer, upload("b.txt", post("Zinc"))))
        left.refresh_from_db()
        assert (left.status, "after 1 articles" in left.error) == (STATUS.FAILED, True)
        applied(left)
        assert (left.status, left.error) == (STATUS.DONE, "")
        assert ArticlePage.objects.count() == 4


def test_a_command_that_was_killed_is_marked_by_the_next_one(file):
    killed = running(trigger="command")
    ImportItem.objects.create(run=killed, position=1, state=ImportItem.State.DONE)
    call_command("import_article", str(file))
    killed.refresh_from_db()
    assert (killed.status, "stopped after 1" in killed.error) == (STATUS.FAILED, True)
    assert killed.finished_at


def test_nobody_is_buried_twice():
    running(trigger="command")
    assert len(bury_dead_runs()) == 1
    assert bury_dead_runs() == []


def test_the_lock_is_free_when_its_holder_has_failed():
    def fail():
        with alone(None, "one"):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with alone(None, "two"):
        pass


@pytest.mark.parametrize("who", ["iris, import {run}", ""], ids=["while it writes", "while it lets go"])
def test_another_window_with_the_same_run_waits_for_its_turn(importer, who):
    run = planned(importer, *(upload(f"{n}.txt", post(f"Iron {n}")) for n in range(2)))
    ready, pid = os.pipe(), os.fork()
    if pid == 0:
        try:
            with jobs.alone("article-import", who.format(run=run.pk)):
                os.write(ready[1], b".")
                time.sleep(0.5)
        finally:
            os._exit(0)
    os.read(ready[0], 1)
    applied(run)
    os.waitpid(pid, 0)
    assert ArticlePage.objects.count() == 2
