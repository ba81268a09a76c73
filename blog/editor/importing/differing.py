"""What is different between a page as its editors have it and as its source says now."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from ...importing.plan import latest
from ...models import ArticlePage, ImportItem
from .looking import planned_page

# What an import writes; the rest of the form is none of its business.
_FIELDS = ("title", "standfirst", "body")


def differences(item: ImportItem, request: HttpRequest) -> list[Any]:
    """Return Wagtail's comparisons of the fields that differ, from what is here to what the source says.

    Empty where nothing differs, and for an article that is not here.
    """
    if not item.page_id:
        return []
    here = latest(ArticlePage.objects.get(pk=item.page_id))
    return list(_differing(here, planned_page(item), request))


def _differing(here: ArticlePage, there: ArticlePage, request: HttpRequest) -> Iterator[Any]:
    handler = ArticlePage.get_edit_handler()
    for compare in handler.get_bound_panel(instance=here, request=request, form=None).get_comparison():
        compared = compare(here, there)
        name = getattr(getattr(compared, "field", None), "name", "")
        if name in _FIELDS and compared.has_changed():
            yield compared
