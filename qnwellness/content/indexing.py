"""Keeps the search index up with pages: each when it is saved, or many together when a job is done with them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from wagtail.search.backends import get_search_backends
from wagtail.search.tasks import insert_or_update_object_task

logger = logging.getLogger(__name__)
_waiting: ContextVar[dict[type, set[Any]] | None] = ContextVar("waiting_to_be_indexed", default=None)


def index(page: Any) -> None:
    """Have what a page says now found by searching: queued, or, inside `indexing_together`, when that ends."""
    waiting = _waiting.get()
    if waiting is None:
        insert_or_update_object_task.enqueue(page._meta.app_label, page._meta.model_name, str(page.pk))
    else:
        waiting.setdefault(type(page), set()).add(page.pk)


@contextmanager
def references_left_alone() -> Iterator[None]:
    """Leave Wagtail's index of references as it is while the block runs. Blocks may nest, unlike Wagtail's own."""
    # It knows the models, which import this.
    from wagtail.signal_handlers import (
        disable_reference_index_auto_update,
        reference_index_auto_update_disabled,
    )

    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    with disable_reference_index_auto_update():
        yield


@contextmanager
def indexing_together(*related: str) -> Iterator[None]:
    """Index all pages that are saved inside at its end, with a few queries for all of them.

    `related` names the lists that are loaded with them. Nothing is indexed when it ends with an error. An engine of
    another machine that does not answer undoes nothing: `manage.py update_index` makes good for it.
    """
    waiting: dict[type, set[Any]] = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    for model, keys in waiting.items():
        pages = list(model.objects.filter(pk__in=keys).prefetch_related(*related))
        for backend in get_search_backends(with_auto_update=True):
            _add(backend, model, pages)


def _add(backend: Any, model: type, pages: list[Any]) -> None:
    # The rule of `modelsearch.index.insert_or_update_object`, which knows single pages only.
    try:
        backend.add_bulk(model, pages)
    except Exception:
        if not backend.catch_indexing_errors:
            raise
        logger.exception("%d pages are not found by searching until `manage.py update_index`.", len(pages))
