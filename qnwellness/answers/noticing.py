"""Notes a change whenever a row is written that shoppers may see."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.signals import post_page_move

from .changes import note_change

# What an editor's draft touches in the row of a page: nothing of it is public.
_OF_DRAFTS = frozenset(
    {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "locked",
     "locked_at", "locked_by", "go_live_at"}
)  # fmt: skip


def watch(*models: type[Model]) -> None:
    """Note a change whenever a row of these models is written or deleted."""
    for model in models:
        name = f"answers.{model._meta.label}"
        post_save.connect(_saved, sender=model, dispatch_uid=f"{name}.saved")
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"{name}.deleted")
        for field in model._meta.local_many_to_many:
            m2m_changed.connect(
                _deleted, sender=field.remote_field.through, dispatch_uid=f"{name}.{field.name}"
            )


def watch_moves() -> None:
    """Note a change whenever a page gets another place, which writes its row past Django's signals."""
    post_page_move.connect(_deleted, dispatch_uid="answers.moved")


def _saved(update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    if not update_fields or not update_fields <= _OF_DRAFTS:
        note_change()


def _deleted(**kwargs: Any) -> None:
    note_change()
