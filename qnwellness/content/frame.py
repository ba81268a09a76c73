"""What frames every page: the texts stated once, and menus whose pages are resolved with everything else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, Site

from . import references
from .models import SiteTexts
from .visibility import is_public, public

# A header without a menu of its own shows no more of the tree than this.
DEFAULT_ENTRIES = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of a menu; `current` is the value of `aria-current`, empty where the reader is elsewhere."""

    label: str
    url: str
    current: str = ""


class Frame:
    """The frame of the page one request asks for. A page shoppers may not see is left out everywhere."""

    def __init__(self, request: HttpRequest, texts: SiteTexts, site: Site | None) -> None:
        self.texts = texts
        self._request = request
        self._site = site

    @cached_property
    def header(self) -> list[Entry]:
        """Return the menu at the top: what the editors chose, or else the pages below the home page."""
        return self._entries(self.texts.header_menu.raw_data) or self._default()

    @cached_property
    def footer(self) -> list[Entry]:
        """Return the menu at the bottom: what the editors chose, or else the same as at the top."""
        return self._entries(self.texts.footer_menu.raw_data) or self.header

    def link(self, name: str) -> Entry | None:
        """Return the link to a page the texts name (`how_we_write`, `mistakes`), or None where there is none."""
        page = self._pages.get(getattr(self.texts, f"{name}_id"))
        return self._entry(page) if page else None

    def address_of(self, model: type[Page]) -> str:
        """Return the address of the site's first page of a type, or "" where shoppers may see none.

        One the menus lead to comes before any other, and takes no query of its own.
        """
        kind = ContentType.objects.get_for_model(model).pk
        chosen = [page for page in self._pages.values() if page.content_type_id == kind]
        page = min(chosen, key=lambda page: page.path) if chosen else self._first(model)
        return (page and page.get_url(self._request)) or ""

    def _first(self, model: type[Page]) -> Page | None:
        if self._site is None:
            return None
        pages = model.objects.descendant_of(self._site.root_page).order_by("path")
        return public(pages, references.current().restricted_paths).first()

    @cached_property
    def _pages(self) -> Mapping[int, Page]:
        """Load the pages of all menus and texts at once, with those the page itself links to: at most one query."""
        return self._public(self.texts.wanted_pages())

    def _public(self, ids: Iterable[int]) -> Mapping[int, Page]:
        current = references.current()
        pages = current.many("page", ids)
        return {
            pk: page for pk, page in pages.items() if page.url and is_public(page, current.restricted_paths)
        }

    def _entries(self, raw: Iterable[Mapping[str, Any]]) -> list[Entry]:
        return list(self._resolved(raw))

    def _resolved(self, raw: Iterable[Mapping[str, Any]]) -> Iterator[Entry]:
        for item in raw:
            value = item["value"]
            if item["type"] == "address":
                yield Entry(value["label"], value["address"])
            elif page := self._pages.get(references.reference_id(value["page"])):
                yield self._entry(page, value.get("label") or "")

    def _default(self) -> list[Entry]:
        if self._site is None or self.texts.header_menu:
            return []
        below = Page.objects.child_of(self._site.root_page).live().order_by("path")
        ids = list(below.values_list("pk", flat=True))
        pages = self._public(ids)
        return [self._entry(pages[pk]) for pk in ids if pk in pages][:DEFAULT_ENTRIES]

    def _entry(self, page: Page, label: str = "") -> Entry:
        url = page.get_url(self._request)
        return Entry(label or page.title, url, aria_current(url, self._request.path))


def frame_of(request: HttpRequest) -> Frame:
    """Return the frame of a request, read once. One query, and one for the pages of the menus."""
    if not hasattr(request, "frame"):
        site = Site.find_for_request(request)
        request.frame = Frame(request, SiteTexts.for_request(request) if site else SiteTexts(), site)
    return request.frame


def aria_current(url: str, path: str) -> str:
    """Return how a link to `url` is marked at `path`: "page" there, "true" below it, empty elsewhere."""
    if path == url:
        return "page"
    return "true" if url not in ("", "/") and path.startswith(url) else ""
