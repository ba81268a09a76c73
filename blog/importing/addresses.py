"""Old addresses that keep working: fragments of headings, and the path an article had."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from ..models import ArticleAnchor, ArticlePage, ImportRecord
from ..outline import RESERVED
from ..outline.anchors import numbered
from . import document as doc
from .body import Raw

_LONGEST = 255


def keep_fragments(article: ArticlePage, blocks: Iterable[doc.Block], body: Iterable[Raw]) -> None:
    """Have the fragments that led to the headings of a text lead to those of the article. At most two queries.

    A heading that had any gets the address its words make, as at its first publication, and the fragments as older
    addresses of it. A fragment is never taken from the heading it led to.
    """
    wanted = [block.anchors for block in blocks if isinstance(block, doc.Heading)]
    stored = [block for block in body if block["type"] == "heading"]
    if not any(wanted) or len(wanted) != len(stored):
        return
    rows = list(ArticleAnchor.objects.filter(article=article))
    held = {row.anchor: row.block_id for row in rows}
    settled = {row.block_id for row in rows if row.is_current}
    new: dict[str, ArticleAnchor] = {}
    for anchors, heading in zip(wanted, stored, strict=True):
        for anchor in filter(_can_be_kept, anchors):
            if held.setdefault(anchor, heading["id"]) == heading["id"] and anchor not in new:
                new[anchor] = _row(article, heading, anchor)
    for row in rows:
        new.pop(row.anchor, None)
    for heading in [heading for anchors, heading in zip(wanted, stored, strict=True) if anchors]:
        if heading["id"] not in settled:
            addresses = numbered(heading["value"]["text"])
            current = next(one for one in addresses if held.get(one, heading["id"]) == heading["id"])
            held[current] = heading["id"]
            new[current] = _row(article, heading, current, is_current=True)
    ArticleAnchor.objects.bulk_create(new.values())


def lead_from_old_path(article: ArticlePage) -> None:
    """Have the path a published article had in the shop lead to it, unless something of this site has that path."""
    path = (
        ImportRecord.objects.filter(article=article.pk)
        .exclude(path="")
        .values_list("path", flat=True)
        .first()
    )
    if not path or not article.live:
        return
    old = Redirect.normalise_path(path)
    parts = article.get_url_parts()
    if not parts or Redirect.normalise_path(parts[2]) == old:
        return
    with transaction.atomic():
        if not Redirect.objects.filter(old_path=old).exists() and not _is_a_page(old):
            Redirect.objects.create(old_path=old, site=None, redirect_page=article, is_permanent=True)


def _row(article: ArticlePage, heading: Raw, anchor: str, *, is_current: bool = False) -> ArticleAnchor:
    return ArticleAnchor(article=article, block_id=heading["id"], anchor=anchor, is_current=is_current)


def _can_be_kept(anchor: str) -> bool:
    is_one_word = bool(anchor) and not any(sign.isspace() or not sign.isprintable() for sign in anchor)
    return is_one_word and len(anchor) <= _LONGEST and anchor not in RESERVED


def _is_a_page(path: str) -> bool:
    """Tell whether a page of ours has this path."""
    root = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if root is None:
        return False
    url_path = root.root_page.url_path.rstrip("/") + path.rstrip("/") + "/"
    return root.root_page.get_descendants(inclusive=True).filter(url_path=url_path).exists()
