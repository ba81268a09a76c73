"""An import that is killed at any point leaves whole articles or none, and the next one ends as if nothing had been.

A process is forked from this one, which is prepared, and kills itself after so many writes: to the database, to a
file, or to the disk by a commit.
"""

import json
import os
import re
import signal
import zlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

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
from products.models import ProductPage
from products.tests.factories import make_product, picture_bytes
from qnwellness.images.check import orphans, without_file
from qnwellness.images.models import SiteImage

from .conftest import planned, upload
from .copies import copied, working_on
from .export import article, export

pytestmark = [pytest.mark.slow, pytest.mark.any_database, pytest.mark.django_db]

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
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("copy")


@pytest.fixture(scope="module")
def copy(django_db_setup, django_db_blocker, folder):
    with django_db_blocker.unblock(), copied(folder) as copy:
        yield copy


@pytest.fixture
def site(copy, folder, settings, root):
    settings.DATA_DIR, settings.MEDIA_ROOT = str(folder), folder / "media"
    with working_on(copy):
        make_product(title="Leaf Iron", handle="leaf-iron")
        yield
        ProductPage.objects.get().delete()


@pytest.fixture
def blog(tmp_path):
    """Return what makes an export of a blog of its own, whose articles link to each other, and a picture beside it."""

    def make(name: str) -> list[Path]:
        folder = tmp_path / name
        folder.mkdir()
        (folder / f"{name}.png").write_bytes(picture_bytes(f"#{zlib.crc32(name.encode()):08x}"[:7]))
        articles = (
            article(n, picture=f"{name}.png" if n else "", of=2, sections=1, blog=name) for n in range(2)
        )
        (folder / f"{name}.json").write_text(export(articles))
        return sorted(folder.iterdir())

    return make


def by_command(files: list[Path]) -> None:
    for said in import_paths(files[:1], Options(journal(), publish=True)):
        assert not said.error, said.error


def counted(do: Callable[[], object]) -> int:
    """Do something and return how often it writes."""
    killer = Killer()
    with pytest.MonkeyPatch.context() as patch:
        killer.watch(patch)
        do()
    return killer.count


def in_a_process(do: Callable[[], object], kill_after: int) -> int:
    """Do something in a process that kills itself; return the signal it ended by."""
    connections["default"].close()
    pid = os.fork()
    if pid == 0:
        try:
            Killer(kill_after).watch(pytest.MonkeyPatch())
            do()
        finally:
            os._exit(0)
    return -os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def state(blog: str) -> dict[str, list]:
    """Return what imports made of a blog, without its name and numbers that another one would have otherwise."""
    pages = {str(pk): slug for pk, slug in ArticlePage.objects.values_list("pk", "slug")}
    images = dict(SiteImage.objects.values_list("pk", "title"))

    def plain(value):
        if isinstance(value, dict):
            kept = {name: plain(part) for name, part in value.items() if name != "id"}
            return kept | ({"image": images[value["image"]]} if value.get("image") in images else {})
        if isinstance(value, list):
            return [plain(part) for part in value]
        if isinstance(value, str):
            return re.sub(r'(linktype="page" id=")(\d+)', lambda m: m[1] + pages[m[2]], value)
        return value

    found = {
        record.source: [
            record.article.title,
            record.article.slug,
            record.article.live,
            sorted(tag.name for tag in record.article.tags.all()),
            [byline.author.name for byline in record.article.bylines.all()],
            plain(list(record.article.get_latest_revision_as_object().body.raw_data)),
            record.open_links,
        ]
        for record in ImportRecord.objects.filter(source__startswith=f"shopify:{blog}/").select_related(
            "article"
        )
    }
    text = json.dumps(found, sort_keys=True)
    return json.loads(text.replace(blog, "blog").replace(blog.capitalize(), "blog"))


def check_whole(blog: str) -> None:
    """Hold what is there of a blog to: whole articles or none, each with its record and its item."""
    pages = ArticlePage.objects.filter(slug__startswith=f"{blog}-")
    for page in pages.select_related("import_record"):
        assert digest(page.get_latest_revision_as_object()) == page.import_record.placed_hash
        assert ImportItem.objects.get(page=page).state == ImportItem.State.DONE
    assert ImportRecord.objects.filter(source__startswith=f"shopify:{blog}/").count() == len(pages)
    assert not any(Page.find_problems())
    assert not list(without_file())
    assert not ImportItem.objects.filter(state=ImportItem.State.DONE, page=None).exists()


def points(number: int, kills: int) -> list[int]:
    """Return so many of a number of points, evenly, each once."""
    assert number > kills
    return sorted({1 + round(n * (number - 1) / (kills - 1)) for n in range(kills)})


def test_a_command_that_is_killed_leaves_whole_articles_and_the_next_one_ends_the_same(site, blog):
    by_command(blog("alpha"))
    files = blog("beta")
    where = points(counted(lambda: by_command(files)), KILLS - 15)
    undisturbed = state("beta")
    assert undisturbed == state("alpha")
    assert len(undisturbed) == 2
    assert all(not open_links for *_rest, open_links in undisturbed.values())
    for point in where:
        name = f"kill{point}x"
        files, runs = blog(name), set(ImportRun.objects.values_list("pk", flat=True))
        assert in_a_process(lambda files=files: by_command(files), point) == signal.SIGKILL, point
        check_whole(name)
        by_command(files)
        assert state(name) == undisturbed, point
        assert not list(orphans(timedelta())), point
        *killed, last = ImportRun.objects.exclude(pk__in=runs).order_by("pk")
        assert last.status == STATUS.DONE
        assert all("stopped" in run.error for run in killed if run.status != STATUS.DONE), point
    assert SiteImage.objects.count() == len(where) + 2


def test_a_run_of_the_admin_that_is_killed_can_be_gone_on_with(site, blog):
    def ready(name: str) -> ImportRun:
        return planned(None, *(upload(path.name, path.read_bytes()) for path in blog(name)))

    def apply(run: ImportRun) -> None:
        run = ImportRun.objects.get(pk=run.pk)
        while not apply_slice(run, 0):
            pass

    apply(ready("gamma"))
    run = ready("delta")
    where = points(counted(lambda: apply(run)), 15)
    undisturbed = state("delta")
    assert len(undisturbed) == 2
    for point in where:
        name = f"stop{point}x"
        run = ready(name)
        assert in_a_process(lambda run=run: apply(run), point) == signal.SIGKILL, point
        check_whole(name)
        run.refresh_from_db()
        ImportRun.objects.filter(pk=run.pk).update(active_at=timezone.now() - timedelta(hours=1))
        if run.status == STATUS.RUNNING:
            assert alone.bury_dead_runs() == [run]
        apply(run)
        run.refresh_from_db()
        assert (run.status, run.error) == (STATUS.DONE, "")
        assert state(name) == undisturbed, point
        assert not list(orphans(timedelta())), point
