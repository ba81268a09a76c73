"""The versions and log entries of products an import has published: for many with a few queries."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published

from products.models import ProductPage


def keep_versions(pages: Sequence[ProductPage], user: Any = None) -> None:
    """Write what Wagtail writes when a revision is saved and published, for pages that are saved as live already.

    It would build each page from that revision and save it once more. Who listens is told once all of it is committed.
    """
    now = timezone.now()
    kind = ContentType.objects.get_for_model(ProductPage)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=page.get_base_content_type(),
            object_id=str(page.pk),
            created_at=now,
            user=user,
            content=page.serializable_data(),
            object_str=str(page),
        )
        for page in pages
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = page.live_revision = revision
        page.latest_revision_created_at = now
        told = partial(page_published.send, sender=ProductPage, instance=page, revision=revision)
        transaction.on_commit(told, robust=True)
    written = ["latest_revision", "live_revision", "latest_revision_created_at"]
    Page.objects.bulk_update(pages, written, batch_size=100)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            content_type=kind,
            page=page,
            label=page.get_admin_display_title(),
            action="wagtail.publish",
            timestamp=now,
            user=user,
            revision=page.live_revision,
            content_changed=True,
        )
        for page in pages
    )
