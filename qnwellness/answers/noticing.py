"""Notes a change whenever a row is written that shoppers may see."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import COMMENTS_RELATION_NAME
from wagtail.signals import post_page_move

from .changes import note_change
from .parts import ANYTHING

# What changes with a row: the names of parts, none where shoppers see nothing of it.
Changed = Callable[[Any], Iterable[str]]

# What an editor's draft touches in the row of a page: nothing of it is public.
_OF_DRAFTS = frozenset(
    {
        COMMENTS_RELATION_NAME,
        "draft_title",
        "go_live_at",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)


def is_of_draft(update_fields: Iterable[str] | None) -> bool:
    """Tell whether a save of these fields only keeps a draft, so that nothing anybody reads or finds changes."""
    return bool(update_fields) and _OF_DRAFTS.issuperset(update_fields)


def anything(instance: Model) -> Iterable[str]:
    """Return that with this row anything may change."""
    return (ANYTHING,)


def watch(model: type[Model], changed: Changed = anything) -> None:
    """Note what changes with a row of a model, whenever one is written or deleted."""
    name = f"answers.{model._meta.label}"

    def saved(instance: Model, created: bool, update_fields: frozenset[str] | None = None, **kw: Any) -> None:
        if is_of_draft(update_fields):
            return
        # A page that begins as a draft is seen by nobody.
        if not (created and getattr(instance, "live", True) is False):
            _note(changed(instance))

    def deleted(instance: Model, **kwargs: Any) -> None:
        _note(changed(instance))

    post_save.connect(saved, sender=model, weak=False, dispatch_uid=f"{name}.saved")
    post_delete.connect(deleted, sender=model, weak=False, dispatch_uid=f"{name}.deleted")
    for field in model._meta.local_many_to_many:
        through = field.remote_field.through
        m2m_changed.connect(_anything, sender=through, dispatch_uid=f"{name}.{field.name}")


def watch_moves() -> None:
    """Note a change whenever a page gets another place, which writes its row past Django's signals."""
    post_page_move.connect(_anything, dispatch_uid="answers.moved")


def _note(parts: Iterable[str]) -> None:
    parts = tuple(parts)
    if parts:
        note_change(*parts)


def _anything(**kwargs: Any) -> None:
    note_change()
