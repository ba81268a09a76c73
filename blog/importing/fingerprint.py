"""What an editor can change about an article, as one digest.

Two versions of a page have the same digest when no editor changed anything: ids, anchors and what the editor's
form adds by itself (block keys, seconds cut from a date, today's name inside a product link, today's figure inside a
fact) do not count.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from html import unescape
from typing import Any

from django.utils import timezone

from ..models import ArticlePage
from .block_ids import ADDRESS
from .completing import completed

_BLOCK_KEY = re.compile(r'\sdata-block-key="[^"]*"')
_NAMING_LINK = re.compile(r'(<a\b[^<>]*\b(?:text="name"|linktype="fact")[^<>]*>).*?</a>', re.DOTALL)


def digest(article: ArticlePage) -> str:
    """Return the SHA-256 (hex) of an article's editable content."""
    content = {
        "title": article.title,
        "slug": article.slug,
        "standfirst": article.standfirst,
        "hero": article.hero_id,
        "published_at": _chosen_date(article),
        "tags": sorted(tag.name for tag in article.tags.all()),
        "authors": [byline.author_id for byline in article.bylines.all()],
        "seo_title": article.seo_title,
        "search_description": article.search_description,
        "body": completed(article.body.stream_block, article.body.raw_data),
        **_upkeep(article),
    }
    text = json.dumps(_plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _upkeep(article: ArticlePage) -> dict[str, Any]:
    """Return what no text says and only an editor does: publishing an import must not publish it half done."""
    return {
        "reviewer": article.reviewer_id,
        "reviewed_on": str(article.reviewed_on or ""),
        "review_due_on": str(article.review_due_on or ""),
        "updated_at": _minute(article.updated_at),
        "go_live_at": _minute(article.go_live_at),
        "expire_at": _minute(article.expire_at),
        "corrections": completed(article.corrections.stream_block, article.corrections.raw_data),
        "picks": [pick.pick_id for pick in article.picks.all()],
        "contents": article.contents,
    }


def _chosen_date(article: ArticlePage) -> str:
    """Return the published date to the minute, as forms keep it; one that publishing filled in is not chosen."""
    chosen, first = (_minute(moment) for moment in (article.published_at, article.first_published_at))
    return "" if chosen == first else chosen


def _minute(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


def _plain(value: Any) -> Any:
    """Return a value without ids and without empty parts."""
    if isinstance(value, str):
        return unescape(_NAMING_LINK.sub(r"\1</a>", _BLOCK_KEY.sub("", value))).strip()
    if isinstance(value, Mapping):
        is_item = {"type", "value"} <= set(value)
        ignored = ("id",) if is_item else ADDRESS if set(ADDRESS) <= set(value) else ()
        parts = {key: _plain(part) for key, part in value.items() if key not in ignored}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {}, False)}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
