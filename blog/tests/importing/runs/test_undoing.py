"""Undoing an import."""

import pytest
from django.utils import timezone

from blog.importing.run import Options, import_file
from blog.importing.runs.undoing import undo
from blog.models import ArticlePage, ImportItem, ImportRecord, ImportRun
from blog.tests.factories import journal, make_article, rewrite, text
from products.tests.factories import picture_bytes
from qnwellness.images.models import SiteImage

from .conftest import applied, planned, post, upload

pytestmark = pytest.mark.django_db


def pictured(title: str) -> str:
    return "leaf.png\n\n" + post(title)


@pytest.fixture
def run(importer):
    files = [upload("a.txt", pictured("Iron")), upload("b.txt", post("Zinc"))]
    return applied(planned(importer, *files, upload("leaf.png", picture_bytes())))


def article(title):
    return ArticlePage.objects.get(title=title)


def test_takes_pages_and_their_pictures_back(run, importer, django_capture_on_commit_callbacks):
    path = SiteImage.objects.get().file.path
    with django_capture_on_commit_callbacks(execute=True):
        undone, kept = undo(run, importer)
    assert (len(undone), kept) == (2, [])
    assert not ArticlePage.objects.exists()
    assert not ImportRecord.objects.exists()
    assert not SiteImage.objects.exists()
    with pytest.raises(FileNotFoundError):
        open(path)  # noqa: SIM115, PTH123
    assert run.status == ImportRun.Status.UNDONE
    assert set(run.items.values_list("state", flat=True)) == {ImportItem.State.UNDONE}


def test_can_be_followed_by_the_same_import(run, importer):
    undo(run, importer)
    files = [upload("a.txt", pictured("Iron")), upload("leaf.png", picture_bytes())]
    assert applied(planned(importer, *files)).items.get().action == "create"
    assert SiteImage.objects.count() == 1


def edit(page, user):
    draft = page.get_latest_revision_as_object()
    draft.title = "Ours"
    draft.save_revision()


def save(page, user):
    page.get_latest_revision_as_object().save_revision(user=user)


def publish(page, user):
    page.get_latest_revision().publish(user=user, skip_permission_checks=True)


def publish_as_scheduled(page, user):
    page.get_latest_revision().publish()


def check(page, user):
    ImportRecord.objects.filter(article=page).update(checked_at=timezone.now())


def lock(page, user):
    ArticlePage.objects.filter(pk=page.pk).update(locked=True)


def link_to(page, user):
    make_article(text(f'<p><a linktype="page" id="{page.pk}">there</a></p>'), title="Another")


def link_in_a_draft(page, user):
    other = make_article(text("<p>Nothing</p>"), title="Another")
    rewrite(other, text(f'<p><a linktype="page" id="{page.pk}">there</a></p>'), publish=False)


@pytest.mark.parametrize(
    "touch", [edit, save, publish, publish_as_scheduled, check, lock, link_to, link_in_a_draft]
)
def test_keeps_what_somebody_has_touched_and_says_why(run, importer, touch):
    touch(article("Iron"), importer)
    undone, (kept,) = undo(run, importer)
    assert [item.title for item in undone] == ["Zinc"]
    assert (kept.state, bool(kept.error)) == (ImportItem.State.KEPT, True)
    assert ArticlePage.objects.filter(pk=kept.page_id).exists()
    assert SiteImage.objects.exists()


def test_keeps_pages_that_kept_ones_link_to(run, importer):
    zinc = article("Zinc")
    rewrite(article("Iron"), text(f'<p><a linktype="page" id="{zinc.pk}">there</a></p>'), publish=False)
    undone, kept = undo(run, importer)
    assert (undone, len(kept)) == ([], 2)


def test_keeps_a_picture_somebody_else_uses(run, importer):
    make_article(title="Another", hero=SiteImage.objects.get())
    undo(run, importer)
    assert SiteImage.objects.exists()


def test_keeps_a_picture_that_was_here_before(importer):
    first = applied(planned(importer, upload("a.txt", pictured("Iron")), upload("leaf.png", picture_bytes())))
    second = applied(
        planned(importer, upload("b.txt", pictured("Zinc")), upload("leaf.png", picture_bytes()))
    )
    undo(second, importer)
    assert SiteImage.objects.exists()
    undo(first, importer)
    assert not SiteImage.objects.exists()


def test_leaves_updates_as_they_are_and_pages_a_later_import_has_updated(run, importer):
    later = applied(planned(importer, upload("b.txt", post("Zinc", "Other words."))))
    assert undo(later, importer) == ([], [])
    assert "Other words" in str(article("Zinc").get_latest_revision_as_object().body.raw_data[0])
    _undone, (kept,) = undo(run, importer)
    assert kept.title == "Zinc"


def test_takes_back_what_a_command_published(tmp_path, importer):
    path = tmp_path / "a.txt"
    path.write_text(post("Iron"))
    import_file(path, Options(journal(), publish=True))
    assert article("Iron").live
    undone, _kept = undo(ImportRun.objects.get(), importer)
    assert len(undone) == 1
    assert not ArticlePage.objects.exists()
