"""An import that is killed at any point leaves whole articles or none, and the next one ends as if nothing had been.

A process is forked from this one, which is prepared, and kills itself after so many writes: to the database, to a
file, or to the disk by a commit.
"""

import json
import os
import re
import signal
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import connections
from django.utils import timezone
from wagtail.models import Page

from blog.importing.fingerprint import digest
from blog.importing.run import Options, import_paths
from blog.importing.runs import alone
from blog.importing.runs.applying import apply_slice
from blog.models import ArticlePage, ImportItem, ImportRecord, ImportRun
from blog.tests.factories import journal
from products.tests.factories import make_product, picture_bytes
from qnwellness.images.check import orphans, without_file
from qnwellness.images.models import SiteImage

from .conftest import planned, upload
from .copies import Copies, Template
from .export import article, export

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

KILLS = 50
_WRITES = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|SAVEPOINT|RELEASE)", re.IGNORECASE)
STATUS = ImportRun.Status


class Killer:
    """Counts what this process writes, and kills it after the n-th."""

    def __init__(self, after: int = 0) -> None:
        self.count, self._after = 0, after

    def event(self) -> None:
        self.count += 1
        if self.count == self._after:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Count the writes of this process from now on."""

        def execute(execute, sql, *args):
            result = execute(sql, *args)
            if _WRITES.match(sql):
                self.event()
            return result

        def counted(function: Callable) -> Callable:
            def call(*args, **options):
                self.event()
                result = function(*args, **options)
                self.event()
                return result

            return call

        database = connections["default"]
        patch.setattr(database, "execute_wrappers", [execute])
        patch.setattr(database, "_commit", counted(database._commit))
        patch.setattr(FileSystemStorage, "_save", counted(FileSystemStorage._save))


@pytest.fixture(scope="module")
def template(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        template = Template(tmp_path_factory.mktemp("copies"))
        yield template
        template.end()


@pytest.fixture
def made(template, tmp_path, settings, root):
    settings.DATA_DIR = str(tmp_path)
    made = Copies(template, tmp_path)
    yield made
    made.end()


@pytest.fixture
def files(tmp_path):
    """Return what is imported: an export whose articles link to each other, with a picture beside it."""
    (tmp_path / "leaf.png").write_bytes(picture_bytes())
    path = tmp_path / "export.json"
    path.write_text(export(article(n, picture="leaf.png" if n else "", of=2, sections=1) for n in range(2)))
    return [path]


def prepare(made: Copies) -> None:
    made.fresh()
    make_product(title="Leaf Iron", handle="leaf-iron")


def by_command(files) -> None:
    for said in import_paths(files, Options(journal(), publish=True)):
        assert not said.error, said.error


def in_a_process(do: Callable[[], None], kill_after: int) -> int:
    """Do something in a process that kills itself; return the signal it ended by."""
    connections["default"].close()
    pid = os.fork()
    if pid == 0:
        try:
            Killer(kill_after).watch(pytest.MonkeyPatch())
            do()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def state() -> dict[str, list]:
    """Return what the import made, without numbers that another try would have otherwise."""
    pages = {str(pk): slug for pk, slug in ArticlePage.objects.values_list("pk", "slug")}
    images = dict(SiteImage.objects.values_list("pk", "source_hash"))

    def plain(value):
        if isinstance(value, dict):
            kept = {name: plain(part) for name, part in value.items() if name != "id"}
            return kept | ({"image": images[value["image"]]} if value.get("image") in images else {})
        if isinstance(value, list):
            return [plain(part) for part in value]
        if isinstance(value, str):
            return re.sub(r'(linktype="page" id=")(\d+)', lambda m: m[1] + pages[m[2]], value)
        return value

    return {
        record.source: [
            record.article.title,
            record.article.slug,
            record.article.live,
            sorted(tag.name for tag in record.article.tags.all()),
            [byline.author.name for byline in record.article.bylines.all()],
            json.dumps(
                plain(list(record.article.get_latest_revision_as_object().body.raw_data)), sort_keys=True
            ),
            record.open_links,
        ]
        for record in ImportRecord.objects.select_related("article")
    }


def check_whole(run: ImportRun | None) -> None:
    """Hold what is there to: whole articles or none, each with its record and its item."""
    records = {record.article_id: record for record in ImportRecord.objects.all()}
    for page in ArticlePage.objects.all():
        latest = page.get_latest_revision_as_object()
        assert digest(latest) == records.pop(page.pk).placed_hash
        item = ImportItem.objects.get(page=page)
        assert item.state == ImportItem.State.DONE
    assert not records
    assert not any(Page.find_problems())
    assert not list(without_file())
    done = ImportItem.objects.filter(state=ImportItem.State.DONE).values_list("page", flat=True)
    assert None not in done


def points(number: int, kills: int) -> list[int]:
    """Return so many of a number of points, evenly, each once."""
    return sorted({1 + round(n * (number - 1) / (kills - 1)) for n in range(kills)})


def test_a_command_that_is_killed_leaves_whole_articles_and_the_next_one_ends_the_same(
    made, files, monkeypatch
):
    prepare(made)
    killer = Killer()
    with monkeypatch.context() as patch:
        killer.watch(patch)
        by_command(files)
    undisturbed = state()
    assert len(undisturbed) == 2
    assert all(not open_links for *_rest, open_links in undisturbed.values())
    where = points(killer.count, KILLS - 15)
    assert len(where) == KILLS - 15
    for point in where:
        prepare(made)
        assert in_a_process(lambda: by_command(files), point) == -signal.SIGKILL, point
        check_whole(None)
        by_command(files)
        assert state() == undisturbed, point
        assert not list(orphans(timedelta())), point
        dead = ImportRun.objects.exclude(status=STATUS.DONE)
        assert all(run.status == STATUS.FAILED and "stopped" in run.error for run in dead), point
        assert SiteImage.objects.count() == 1


def test_a_run_of_the_admin_that_is_killed_can_be_gone_on_with(made, files, monkeypatch, tmp_path):
    def ready() -> ImportRun:
        prepare(made)
        uploads = [upload(path.name, path.read_bytes()) for path in (*files, tmp_path / "leaf.png")]
        return planned(None, *uploads)

    def all_of(run: ImportRun) -> None:
        run = ImportRun.objects.get(pk=run.pk)
        while not apply_slice(run, 0):
            pass

    run = ready()
    killer = Killer()
    with monkeypatch.context() as patch:
        killer.watch(patch)
        all_of(run)
    undisturbed = state()
    for point in points(killer.count, 15):
        run = ready()
        assert in_a_process(lambda run=run: all_of(run), point) == -signal.SIGKILL, point
        check_whole(run)
        run.refresh_from_db()
        ImportRun.objects.filter(pk=run.pk).update(active_at=timezone.now() - timedelta(hours=1))
        if run.status == STATUS.RUNNING:
            assert alone.bury_dead_runs() == [run]
        all_of(run)
        run.refresh_from_db()
        assert (run.status, run.error) == (STATUS.DONE, "")
        assert state() == undisturbed, point
        assert not list(orphans(timedelta())), point
