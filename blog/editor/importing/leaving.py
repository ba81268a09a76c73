"""Ending an import before its end."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ...importing.runs.ending import finish
from ...importing.runs.storage import forget
from ...models import ImportRun

_STATUS = ImportRun.Status


def leave(run: ImportRun, user: Any) -> ImportRun | None:
    """End a run and return it as it then stands; one that has written nothing is gone, with its files.

    One that is writing stops between two articles and can go on; one that was stopped ends for good.
    """
    with transaction.atomic():
        run = ImportRun.objects.select_for_update().get(pk=run.pk)
        if run.trigger == ImportRun.Trigger.COMMAND:
            return run
        if run.status == _STATUS.RUNNING:
            name = user.get_full_name() or user.get_username()
            run.status, run.finished_at = _STATUS.FAILED, timezone.now()
            run.error = _("Stopped by %(who)s. What was done stays; the rest can go on.") % {"who": name}
            run.save(update_fields=["status", "finished_at", "error"])
            return run
        if run.status == _STATUS.FAILED:
            finish(run)
            return run
        if run.status in (_STATUS.DONE, _STATUS.UNDONE):
            return run
        forget(run)
        run.delete()
    return None
