"""What the plan and the report say of each article, as the screen shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...importing.runs.starting import PASTED
from ...models import ArticlePage, ImportItem
from .actions import BY_KEY, WRITES

_STATE = ImportItem.State
# A file that was read as one article has no further place.
_SEVERAL = ", "


@dataclass(frozen=True, slots=True)
class Line:
    """One article. `told` are its contents in a few words; `notes` what a person should know."""

    item: ImportItem
    way: str
    words: str
    kind: str
    title: str
    place: str
    url: str
    edit_url: str
    is_choosable: bool
    told: Sequence[str]
    contents: Sequence[Mapping[str, Any]]
    panels: Sequence[str]
    products: Sequence[Mapping[str, Any]]
    missing: Sequence[Mapping[str, Any]]
    set_aside: Sequence[Mapping[str, str]]
    notes: Sequence[str]


def line_of(item: ImportItem, *, is_over: bool) -> Line:
    """Return an item as a line; it comes with its file and with `way` (see `actions.way`)."""
    report = item.report or {}
    shown = BY_KEY.get(item.way, BY_KEY["failed"])
    pictures = report.get("pictures") or ()
    return Line(
        item=item,
        way=shown.key,
        words=str(shown.done if is_over or item.state == _STATE.DONE else shown.planned),
        kind=shown.kind,
        title=item.title or item.source or item.place or _("Without a title"),
        place=place_of(item),
        url=reverse("article_import:article", args=[item.run_id, item.pk]) if item.has_content else "",
        edit_url=reverse("wagtailadmin_pages:edit", args=[item.page_id]) if item.page_id else "",
        is_choosable=item.state == _STATE.PLANNED and item.action in WRITES,
        told=list(_told(report)),
        contents=report.get("contents") or (),
        panels=[", ".join(map(_panel, one["panels"])) for one in report.get("infographics") or ()],
        products=report.get("products") or (),
        missing=[picture for picture in pictures if not picture.get("is_here")],
        set_aside=report.get("set_aside") or (),
        notes=list(_notes(report)),
    )


def place_of(item: ImportItem) -> str:
    """Return where an article was read: its file, and its place in it."""
    name = item.file.name if item.file else ""
    return _SEVERAL.join(filter(None, [_("pasted text") if name == PASTED else name, item.place]))


def _panel(kind: str) -> str:
    """Return what the editor calls a kind of panel."""
    infographic = ArticlePage.body.field.stream_block.child_blocks["infographic"]
    panel = infographic.child_blocks["panels"].child_blocks.get(kind)
    return str(panel.label) if panel else kind


def _told(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is in an article, in a few words each."""
    if number := len(report.get("contents") or ()):
        yield ngettext("%(n)s heading", "%(n)s headings", number) % {"n": number}
    if infographics := report.get("infographics"):
        panels = sum(len(one["panels"]) for one in infographics)
        number = len(infographics)
        words = ngettext("%(n)s infographic", "%(n)s infographics", number) % {"n": number}
        yield words + " (" + ngettext("%(n)s panel", "%(n)s panels", panels) % {"n": panels} + ")"
    if products := report.get("products"):
        yield ngettext("%(n)s product", "%(n)s products", len(products)) % {"n": len(products)}
    if pictures := report.get("pictures"):
        here = sum(1 for picture in pictures if picture.get("is_here"))
        all_of_them = ngettext("%(all)s picture", "%(all)s pictures", len(pictures)) % {"all": len(pictures)}
        gone = len(pictures) - here
        yield all_of_them + (" (" + _("%(n)s not here") % {"n": gone} + ")" if gone else "")
    if set_aside := report.get("set_aside"):
        number = len(set_aside)
        yield ngettext("%(n)s part set aside", "%(n)s parts set aside", number) % {"n": number}


def _notes(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a person should know, without what has a place of its own on the screen."""
    has_set_aside = bool(report.get("set_aside"))
    for warning in dict.fromkeys(report.get("warnings") or ()):
        if not (has_set_aside and "set aside “" in warning):
            yield warning
