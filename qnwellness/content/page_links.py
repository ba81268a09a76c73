"""Links to pages in rich text: one query for all links of a page, and none to what a shopper may not see."""

from collections.abc import Iterable, Mapping
from typing import Any

from wagtail.models import Page, get_page_models
from wagtail.rich_text.pages import PageLinkHandler

from . import references
from .links import PLAIN_LINK, link
from .visibility import is_public


def load_pages(ids: Iterable[int]) -> Mapping[int, Page]:
    """Return the pages with these ids, without those their own class keeps from shoppers. One query.

    A link needs an address and no more, so that the pages' own tables are not read.
    """
    pages = Page.objects.filter(pk__in=ids)
    for model in get_page_models():
        if own_filter := getattr(model, "public_filter", None):
            pages = pages.exclude(pk__in=model.objects.exclude(own_filter()).values("pk"))
    return {page.pk: page for page in pages}


class ResolvedPageLinkHandler(PageLinkHandler):
    """Wagtail's page link, resolved together with everything else a page refers to.

    A link to a draft, private, expired or deleted page leaves its words and no link.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        current = references.current()
        ids = [references.reference_id(attrs.get("id")) for attrs in attrs_list]
        pages = current.many("page", {pk for pk in ids if pk is not None})
        return [cls._opening_tag(pages.get(pk) if pk is not None else None, current) for pk in ids]

    @staticmethod
    def _opening_tag(page: Page | None, current: references.References) -> str:
        if page is None or not is_public(page, current.restricted_paths) or not page.url:
            return PLAIN_LINK
        return link({"href": page.url})
