"""Whether anybody has done something with an imported article since, in words that say what."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from ...models import ArticlePage, ImportItem, ImportRecord, ImportRun
from ..fingerprint import digest


def touched(page: ArticlePage, record: ImportRecord, run: ImportRun) -> str:
    """Return what somebody has done with an article that a run created, or nothing."""
    latest = page.get_latest_revision_as_object()
    if digest(latest) != record.placed_hash:
        return _("it was edited since")
    later = ImportItem.objects.filter(page=page.pk, action="update", state=ImportItem.State.DONE)
    if later.exclude(run=run).exists():
        return _("another import has placed it since")
    if record.checked_at:
        return _("it was checked")
    entry = PageLogEntry.objects.filter(page=page.pk).exclude(user=None).order_by("pk").last()
    if entry and entry.action != "wagtail.create":
        return _("somebody worked on it: %(action)s") % {"action": entry.message}
    if page.revisions.exclude(user=None).exclude(created_at__lte=record.updated_at).exists():
        return _("somebody has saved it since")
    if page.live and not run.publishes:
        return _("it is published")
    if page.locked or page.approved_schedule or page.wagtail_admin_comments.exists():
        return _("somebody locked, scheduled or commented on it")
    return ""


class Referring:
    """Which objects other pages refer to: published ones by Wagtail's index, drafts by what they say."""

    def __init__(self, run: ImportRun) -> None:
        """Look through the drafts that were saved since a run began, of pages it did not create."""
        self._page_type = ContentType.objects.get_for_model(Page).pk
        created = {str(pk) for pk in run.created_records.values_list("article", flat=True)}
        self._drafts: set[tuple[int, str]] = set()
        newest = Revision.page_revisions.filter(created_at__gte=run.started_at, pk__in=_newest())
        for revision in newest.exclude(object_id__in=created).iterator(chunk_size=50):
            self._drafts |= _said(revision.as_object())

    def to_page(self, page: ArticlePage, *, besides: set[str]) -> bool:
        """Tell whether a page refers to this one, other than those with the ids `besides` and itself."""
        if (self._page_type, str(page.pk)) in self._drafts:
            return True
        found = ReferenceIndex.get_references_to(page).filter(base_content_type=self._page_type)
        return found.exclude(object_id__in=besides | {str(page.pk)}).exists()

    def to_object(self, thing) -> bool:
        """Tell whether anything refers to it."""
        kind = ContentType.objects.get_for_model(thing).pk
        return (kind, str(thing.pk)) in self._drafts or ReferenceIndex.get_references_to(thing).exists()


def said_by_latest(page: ArticlePage) -> set[tuple[int, str]]:
    """Return what the newest draft of a page refers to, by type and id."""
    return _said(page.get_latest_revision_as_object())


def _newest():
    return Page.objects.exclude(latest_revision=None).values("latest_revision")


def _said(page) -> set[tuple[int, str]]:
    return {(kind, str(pk)) for kind, pk, *_path in ReferenceIndex._extract_references_from_object(page)}
