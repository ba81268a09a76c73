"""Drafts that mention a product: articles that are not published, or whose changes are not."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Q
from wagtail.permissions import page_permission_policy

from ..mentions.collect import collect
from ..models import ArticlePage, ProductRelation

# Bodies of drafts are in no index: so many of those saved last are read.
READ = 100


class Draft(NamedTuple):
    """An article whose unpublished version mentions the product, `mentions` times."""

    article: ArticlePage
    mentions: int


def drafts_naming(product: int, user: Any) -> list[Draft]:
    """Return the drafts a user may edit that mention a product which the published article does not mention.

    Two queries; looks into the `READ` drafts that were saved last.
    """
    allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
    said = ProductRelation.objects.filter(product=product).values("article")
    drafts = (
        ArticlePage.objects.filter(Q(live=False) | Q(has_unpublished_changes=True), alias_of=None)
        .filter(pk__in=allowed.values("pk"), latest_revision__isnull=False)
        .exclude(pk__in=said)
        .select_related("latest_revision")
        .defer("body", "corrections")
        .order_by("-latest_revision_created_at", "-pk")
    )
    return list(_naming(product, drafts[:READ]))


def _naming(product: int, drafts: Any) -> Iterator[Draft]:
    for draft in drafts:
        body = json.loads(draft.latest_revision.content.get("body") or "[]")
        count = sum(mention.product == product for mention in collect(body))
        if count:
            yield Draft(draft, count)
