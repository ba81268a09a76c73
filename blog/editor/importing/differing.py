"""What is different between a page as its editors have it and as its source says now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from wagtail.admin.compare import StreamBlockComparison, TextDiff, diff_text

from ...importing.plan import latest
from ...models import ArticlePage, ImportItem
from .looking import planned_page

_FIELDS = ("title", "standfirst")
# What is stored differently may still say the same: only words that differ are worth a look.
_CHANGED = re.compile(r'class="[^"]*(?:addition|deletion)')


@dataclass(frozen=True, slots=True)
class Difference:
    """A field or a block that differs. `kind` is addition (only in the source), deletion (only here) or "" for both."""

    label: str
    words: SafeString
    kind: str = ""


def differences(item: ImportItem) -> list[Difference]:
    """Return what differs, from what is here to what the source says.

    Empty where nothing does, and for an article that is not here. Raises whatever is wrong with the article.
    """
    if not item.page_id:
        return []
    here = latest(ArticlePage.objects.get(pk=item.page_id))
    there = planned_page(item)
    return [*_of_fields(here, there), *_of_blocks(here, there)]


def _of_fields(here: ArticlePage, there: ArticlePage) -> Iterator[Difference]:
    for name in _FIELDS:
        ours, theirs = getattr(here, name), getattr(there, name)
        if ours != theirs:
            label = str(ArticlePage._meta.get_field(name).verbose_name).capitalize()
            yield Difference(label, _diff(ours, theirs).to_html())


def _diff(ours: str, theirs: str) -> TextDiff:
    return diff_text(ours or "", theirs or "")


def _of_blocks(here: ArticlePage, there: ArticlePage) -> Iterator[Difference]:
    """Yield the blocks that differ: what is the same in both is left out."""
    stream = here.body.stream_block
    for one in StreamBlockComparison(stream, True, True, here.body, there.body).get_block_comparisons():
        label = str(one.block.label)
        if one.is_new():
            yield Difference(label, one.htmlvalue(one.val_b), "addition")
        elif one.is_deleted():
            yield Difference(label, one.htmlvalue(one.val_a), "deletion")
        elif _CHANGED.search(words := one.htmldiff()):
            yield Difference(label, words)
