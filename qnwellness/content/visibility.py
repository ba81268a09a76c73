"""The one answer to "may an anonymous shopper see this page?".

A page class narrows the answer by a class method `public_filter() -> Q` (a hidden product, for example) and,
for one loaded page, by a method `is_publicly_offered() -> bool` that says the same in Python.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

_known_paths: ContextVar[list[tuple[str, ...]] | None] = ContextVar("known_paths", default=None)


@contextmanager
def asking_once() -> Iterator[None]:
    """Query the restricted paths at most once for as long as the block runs. It must not change them."""
    token = _known_paths.set([])
    try:
        yield
    finally:
        _known_paths.reset(token)


def restricted_paths() -> tuple[str, ...]:
    """Return the tree paths of all pages with a view restriction, and of all aliases of such pages.

    An alias is as private as what it repeats. One query, and one more for each further link in a chain of
    aliases of private pages; none where `asking_once` has the answer.
    """
    known = _known_paths.get()
    if known is None:
        return _query_restricted_paths()
    if not known:
        known.append(_query_restricted_paths())
    return known[0]


def _query_restricted_paths() -> tuple[str, ...]:
    restrictions = PageViewRestriction.objects.all()
    private = restrictions.values_list("page__path", Value(0))
    rows = list(private.union(_aliases(restrictions.values("page")), all=True))
    paths = {path for path, _ in rows}
    while found := {alias for _, alias in rows if alias}:
        rows = list(_aliases(found))
        paths |= {path for path, _ in rows}
    return tuple(sorted(paths))


def _aliases(pages: Iterable[int] | QuerySet) -> QuerySet:
    """Return the tree path and the id of all aliases of these pages.

    Where few pages are aliases, SQLite with statistics reads every page rather than use the index; comparing with
    zero as well, which is true of all aliases, makes it read the index.
    """
    return Page.objects.filter(alias_of__gt=0, alias_of__in=pages).order_by().values_list("path", "pk")


def public_q(model: type[Page], *, prefix: str = "", paths: Iterable[str] | None = None) -> Q:
    """Return the condition under which pages of `model` are public.

    `prefix` is put before every field name (`"article__"` when the page is reached through a foreign key).
    `paths` are restricted paths already known; without them they are queried.
    """
    q = Q(**{f"{prefix}live": True}) & (
        Q(**{f"{prefix}expire_at__isnull": True}) | Q(**{f"{prefix}expire_at__gt": timezone.now()})
    )
    for path in restricted_paths() if paths is None else paths:
        q &= ~Q(**{f"{prefix}path__startswith": path})
    own_filter = getattr(model, "public_filter", None)
    return q & own_filter(prefix) if own_filter else q


def public(pages: QuerySet, paths: Iterable[str] | None = None) -> QuerySet:
    """Narrow a queryset of pages to those an anonymous shopper may see."""
    return pages.filter(public_q(pages.model, paths=paths))


def has_expired(page: Page) -> bool:
    """Tell whether a page's time is over, also before the schedule has taken it down."""
    return bool(page.expire_at and page.expire_at <= timezone.now())


def is_public(page: Page, paths: Iterable[str] | None = None) -> bool:
    """Tell whether an anonymous shopper may see this (specific) page. At most one query."""
    if not page.live or has_expired(page):
        return False
    if hasattr(page, "is_publicly_offered") and not page.is_publicly_offered():
        return False
    return not any(page.path.startswith(path) for path in (restricted_paths() if paths is None else paths))
