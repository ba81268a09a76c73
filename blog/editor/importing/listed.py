"""The articles of an import, narrowed to one way and page by page. As many queries, however many there are."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import ExpressionWrapper
from django.db.models.fields import BooleanField
from django.utils.translation import gettext as _

from ...models import ImportItem, ImportRun
from .actions import BY_KEY, WAYS, WRITES, Shown, way
from .history import OVER
from .lines import line_of

ARTICLES = 25


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow the list."""

    words: Any
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of articles, the ways to narrow it, which of them is chosen, and how many articles are."""

    page: Page
    filters: list[Filter]
    shown: Shown | None
    chosen: int
    choosable: int

    @property
    def query(self) -> str:
        """Return what addresses of further pages keep."""
        return urlencode({"way": self.shown.key}) + "&" if self.shown else ""


def listed(run: ImportRun, counts: Counter[str], wanted: str = "", number: Any = 1) -> Listed:
    """Return a page of a run's articles, those first that need a person. Three queries."""
    is_over = run.status in OVER
    shown = BY_KEY.get(wanted)
    items = items_of(run, is_over=is_over)
    narrowed = items.filter(way=shown.key) if shown else items
    page = Paginator(narrowed.order_by("order", "position"), ARTICLES).get_page(number)
    page.object_list = [line_of(item, is_over=is_over) for item in page.object_list]
    choosable = run.items.filter(state=ImportItem.State.PLANNED, action__in=WRITES)
    marks = list(choosable.values_list("is_chosen", flat=True)) if not is_over else []
    return Listed(page, _filters(counts, shown, is_over=is_over), shown, sum(marks), len(marks))


def items_of(run: ImportRun, *, is_over: bool) -> QuerySet[ImportItem]:
    """Return the articles of a run with their files, their ways and their order, without what was read."""
    order = Case(
        *(When(way=one.key, then=Value(number)) for number, one in enumerate(WAYS)),
        default=Value(len(WAYS)),
        output_field=IntegerField(),
    )
    has_content = ExpressionWrapper(Q(content__isnull=False), output_field=BooleanField())
    items = run.items.annotate(way=way(is_over=is_over), has_content=has_content)
    return items.annotate(order=order).defer("content").select_related("file")


def _filters(counts: Counter[str], shown: Shown | None, *, is_over: bool) -> list[Filter]:
    ways = [Filter(_("All"), sum(counts.values()), "?", shown is None)]
    for one in WAYS:
        if counts[one.key]:
            words = one.done if is_over else one.planned
            ways.append(Filter(words, counts[one.key], "?" + urlencode({"way": one.key}), one is shown))
    return ways
