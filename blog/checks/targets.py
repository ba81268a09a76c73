"""Loads what articles refer to, however many articles and references there are, with one query a type."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from products.models import ProductPage
from qnwellness.content.references import reference_id
from qnwellness.content.visibility import has_expired, restricted_paths

from ..models import Source
from .article import Link, Target

_Key = tuple[str, str]


class Targets:
    """The targets of the links of some articles, and the pictures in them."""

    def __init__(self, links: Iterable[Link], images: Iterable[int]) -> None:
        self._wanted: dict[str, set[int]] = defaultdict(set)
        for link in links:
            pk = reference_id(link.target) if link.target else None
            if pk is not None:
                self._wanted[link.kind].add(pk)
        self._images = set(images)

    @cached_property
    def by_key(self) -> Mapping[_Key, Target]:
        """Return what exists, by kind and id. At most five queries."""
        return {
            **self._pages(),
            **self._existing("document", get_document_model()),
            **self._existing("source", Source),
        }

    @cached_property
    def images(self) -> Mapping[int, tuple[str, str]]:
        """Return title and description of the pictures that exist, by id. At most one query."""
        if not self._images:
            return {}
        rows = get_image_model().objects.filter(pk__in=self._images)
        return {
            pk: (title, description)
            for pk, title, description in rows.values_list("pk", "title", "description")
        }

    def _pages(self) -> dict[_Key, Target]:
        wanted = self._wanted["page"] | self._wanted["product"]
        if not wanted:
            return {}
        paths = restricted_paths()
        found = {page.pk: page for page in Page.objects.filter(pk__in=wanted)}
        states = dict(ProductPage.objects.filter(pk__in=found).values_list("pk", "state"))
        targets = {
            pk: Target(page.title, _hindrance(page, states.get(pk), paths)) for pk, page in found.items()
        }
        as_pages = {("page", str(pk)): target for pk, target in targets.items()}
        return as_pages | {("product", str(pk)): targets[pk] for pk in states}

    def _existing(self, kind: str, model: type) -> dict[_Key, Target]:
        wanted = self._wanted[kind]
        if not wanted:
            return {}
        return {
            (kind, str(pk)): Target(title)
            for pk, title in model.objects.filter(pk__in=wanted).values_list("pk", "title")
        }


def _hindrance(page: Page, state: str | None, paths: Iterable[str]) -> str:
    """Return why an anonymous reader cannot see a page, or nothing."""
    if has_expired(page):
        return "expired"
    if not page.live:
        return "draft"
    if state == ProductPage.Availability.HIDDEN:
        return "hidden"
    return "private" if any(page.path.startswith(path) for path in paths) else ""
