"""Links that led to articles that were not here yet: mended once these have come."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from ..models import ArticlePage, ImportRecord
from .fingerprint import digest
from .links import Links, normal_path, page_of, pages_by_path, shop_hosts
from .plan import latest

WORKED_ON = "it was worked on since: its links to articles that came later were left as they are"


def link_open(records: Iterable[ImportRecord] | None = None) -> list[str]:
    """Lead the links that led nowhere to the articles that have come since, and return what could not be changed.

    Only articles nobody has worked on since they were placed are changed, each in a transaction of its own; published
    ones are published again. The others are named, each in one line for a person.
    """
    pages, hosts = pages_by_path(), shop_hosts()
    left = []
    if records is None:
        records = ImportRecord.objects.exclude(open_links=[]).select_related("article")
    for record in records:
        if any(page_of(normal_path(address), pages) for address in record.open_links):
            left += _linked(record, Links(pages, hosts))
    return left


@transaction.atomic
def _linked(record: ImportRecord, links: Links) -> list[str]:
    article = latest(record.article)
    if digest(article) != record.placed_hash or article.locked:
        if WORKED_ON not in record.notes:
            record.notes = [*record.notes, WORKED_ON]
            record.save(update_fields=["notes"])
        return [f"“{article.title}”: {WORKED_ON}"]
    raw = [_replaced(block, links) for block in article.body.raw_data]
    article.body = article.body.stream_block.to_python(raw)
    is_public = record.article.live and not record.article.has_unpublished_changes
    revision = article.save_revision()
    if is_public:
        revision.publish()
    record.open_links = links.open
    record.placed_hash = digest(latest(ArticlePage.objects.get(pk=article.pk)))
    record.save(update_fields=["open_links", "placed_hash", "updated_at"])
    return []


def _replaced(value: Any, links: Links) -> Any:
    if isinstance(value, str):
        return links.placed(value)
    if isinstance(value, dict):
        return {name: _replaced(part, links) for name, part in value.items()}
    return [_replaced(part, links) for part in value] if isinstance(value, list) else value
