"""Links to pages in rich text: one query for all links of a page, and none to what a shopper may not see."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from . import references
from .rich_text import PLAIN_LINK
from .visibility import is_public


def load_pages(ids: Iterable[int]) -> Mapping[int, Page]:
    """Return the specific pages with these ids, without their bodies."""
    return {page.pk: page for page in Page.objects.filter(pk__in=ids).defer_streamfields().specific()}


class ResolvedPageLinkHandler(PageLinkHandler):
    """Wagtail's page link, resolved together with everything else a page refers to.

    A link to a draft, private, expired or deleted page leaves its words and no link.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        current = references.current()
        ids = [int(attrs["id"]) for attrs in attrs_list if str(attrs.get("id", "")).isdecimal()]
        pages = current.many("page", ids)
        return [cls._opening_tag(pages.get(int(attrs.get("id") or 0)), current) for attrs in attrs_list]

    @staticmethod
    def _opening_tag(page: Page | None, current: references.References) -> str:
        if page is None or not is_public(page, current.restricted_paths) or not page.url:
            return PLAIN_LINK
        return format_html('<a href="{}">', page.url)
