"""Undoing an import: the pages it created and nobody has touched since go, and their pictures."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

from qnwellness.images.models import SiteImage

from ...models import ImportItem, ImportRun
from ..plan import Action
from .alone import alone
from .storage import forget
from .touched import Referring, said_by_latest, touched

_STATE = ImportItem.State


def undo(run: ImportRun, user: Any = None) -> tuple[list[ImportItem], list[ImportItem]]:
    """Delete what a run created, where nobody has worked on it or links to it; return what is undone and what is kept.

    Each item kept says in `error` why. What the run updated stays as it is, and so do authors and tags. Each page is
    deleted in a transaction with its item, so that an undoing that was stopped can be done again. Raises Busy when an
    import is at work.
    """
    with alone(run, str(user or run.user or run.get_trigger_display())):
        created = list(
            run.items.filter(action=Action.CREATE, state__in=(_STATE.DONE, _STATE.KEPT))
            .exclude(page=None)
            .select_related("page__import_record")
            .defer("content", "report")
        )
        referring = Referring(run)
        reasons = _reasons(created, run, referring)
        kept = [_keep(item, reasons[item.pk]) for item in created if item.pk in reasons]
        undone = [_undo(item, user) for item in created if item.pk not in reasons]
        _delete_pictures(run)
        ImportRun.objects.filter(pk=run.pk).update(
            status=ImportRun.Status.UNDONE, finished_at=timezone.now(), active_at=timezone.now()
        )
    run.refresh_from_db()
    forget(run)
    return undone, kept


def _reasons(items: list[ImportItem], run: ImportRun, referring: Referring) -> dict[int, str]:
    """Return why items are kept, by their keys: they were touched, or a page that stays links to them."""
    reasons = {}
    for item in items:
        record = getattr(item.page, "import_record", None)
        if record is None or record.created_in_id != run.pk:
            reasons[item.pk] = _("another import has placed it since")
        elif why := touched(item.page, record, run):
            reasons[item.pk] = why
    going = {str(item.page_id) for item in items if item.pk not in reasons}
    for item in items:
        if item.pk not in reasons and referring.to_page(item.page, besides=going):
            reasons[item.pk] = _("another page links to it")
    return _with_linked(items, reasons)


def _with_linked(items: list[ImportItem], reasons: dict[int, str]) -> dict[int, str]:
    """Add the pages that pages which stay link to, and those these link to, and so on."""
    page_type = ContentType.objects.get_for_model(Page).pk
    by_page = {(page_type, str(item.page_id)): item for item in items}
    staying = [item for item in items if item.pk in reasons]
    while staying:
        for target in said_by_latest(staying.pop().page) & by_page.keys():
            linked = by_page[target]
            if linked.pk not in reasons:
                reasons[linked.pk] = _("another page links to it")
                staying.append(linked)
    return reasons


def _keep(item: ImportItem, why: str) -> ImportItem:
    item.state, item.error = _STATE.KEPT, why
    item.save(update_fields=["state", "error"])
    return item


def _undo(item: ImportItem, user: Any) -> ImportItem:
    with transaction.atomic():
        # As it stands now: deleting a page moves those behind it.
        page = type(item.page).objects.get(pk=item.page_id)
        item.page, item.state, item.error = None, _STATE.UNDONE, ""
        item.save(update_fields=["page", "state", "error"])
        DeletePageAction(page, user=user).execute(skip_permission_checks=True)
    return item


def _delete_pictures(run: ImportRun) -> None:
    """Delete the pictures that came with pages that are gone, where nothing else refers to them."""
    lists = run.items.filter(state=_STATE.UNDONE).values_list("stored_pictures", flat=True)
    kept = run.items.filter(state__in=(_STATE.DONE, _STATE.KEPT)).exclude(page=None).select_related("page")
    used: set[tuple[int, str]] = set().union(*(said_by_latest(item.page) for item in kept.defer("content")))
    kind = ContentType.objects.get_for_model(SiteImage).pk
    referring = Referring(run)
    for image in SiteImage.objects.filter(pk__in={pk for pictures in lists for pk in pictures}):
        if (kind, str(image.pk)) not in used and not referring.to_object(image):
            image.delete()
