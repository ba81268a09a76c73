"""Wagtail's search in the database, where what it costs to index a page does not grow with the site.

With each row it writes the library takes the average length of all titles, to weigh a long title less than a short one,
and looks through all rows for those that have no weight yet. Here the average is that of the newest rows, and only the
rows just written get a weight. `update_index` weighs them all by all of them, as the library does.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Avg, F, Model
from django.db.models.functions import Length
from modelsearch.utils import get_content_type_pk
from wagtail.search.backends import database

# Enough titles to know how long they are.
_SAMPLE = 200


class SteadyNorms:
    """Goes before an index class of the library: weighs the titles that were just written, and no others."""

    _written: tuple[int, list[str]] | None = None

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        """Index some objects of a model."""
        objs = list(objs)
        self._written = get_content_type_pk(model), [str(obj.pk) for obj in objs]
        super().add_items(model, objs)

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full or self._written is None:
            super()._refresh_title_norms(full)
            return
        content_type, keys = self._written
        newest = self.entries.annotate(length=Length("title")).order_by("-pk")[:_SAMPLE]
        average = newest.aggregate(average=Avg("length"))["average"] or 1
        written = self.entries.filter(content_type_id=content_type, object_id__in=keys)
        written = written.annotate(length=Length("title")).filter(length__gt=0)
        written.update(title_norm=float(average) / F("length"))


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name Wagtail looks for
    """Return the backend for the database in use."""
    backend = database.SearchBackend(params)
    if connection.vendor in {"sqlite", "postgresql"}:
        backend.index_class = type("SteadyIndex", (SteadyNorms, backend.index_class), {})
    return backend
