"""What happens to each product of a run, as the screen and the report show it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from products.catalogue.wording import label_of

from .actions import ACTIONS, BY_KEY, Shown

_KINDS = {"error": "bad", "conflict": "mixed", "withdraw": "mixed"}


@dataclass(frozen=True, slots=True)
class Change:
    """A field: what is here, what the shop says, and a note on who owns it."""

    label: str
    here: str
    shop: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One product, with everything a person needs to know about it."""

    action: str
    words: str
    kind: str
    title: str
    handle: str = ""
    url: str = ""
    error: str = ""
    changes: Sequence[Change] = ()
    notices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow the list to one action."""

    words: Any
    count: int
    url: str
    is_current: bool


def line_of(outcome: Mapping[str, Any], *, is_planned: bool) -> Line:
    """Return an outcome of the report as a line."""
    key = outcome.get("action") or "error"
    shown = BY_KEY[key]
    page = outcome.get("page_id")
    return Line(
        action=key,
        words=str(shown.planned if is_planned else shown.done),
        kind=_KINDS.get(key, "good"),
        title=outcome.get("title") or outcome.get("handle") or _("A row of the file"),
        handle=outcome.get("handle") or "",
        url=reverse("wagtailadmin_pages:edit", args=[page]) if page else "",
        error=outcome.get("error") or "",
        changes=tuple(_changes(outcome)),
        notices=tuple(outcome.get("warnings") or ()),
    )


def _changes(outcome: Mapping[str, Any]) -> Iterable[Change]:
    for change in outcome.get("changes") or ():
        yield Change(label_of(change["name"]), change["old"], change["new"])
    for clash in outcome.get("clashes") or ():
        note = _("Both have changed it: what is here stays.")
        yield Change(label_of(clash["name"]), clash["ours"], clash["theirs"], note)


def chosen(outcomes: Sequence[Mapping[str, Any]], action: Shown | None) -> list[Mapping[str, Any]]:
    """Return the outcomes of one action, those first that need a person; of a conflict also where the rest goes in."""
    if action is None:
        order = {shown.key: number for number, shown in enumerate(ACTIONS)}
        return sorted(outcomes, key=lambda outcome: order[_keys(outcome)[0]])
    return [outcome for outcome in outcomes if action.key in _keys(outcome)]


def filters(
    outcomes: Sequence[Mapping[str, Any]], current: Shown | None, *, is_planned: bool
) -> list[Filter]:
    """Return the ways to narrow the list, with how many each leaves."""
    counts = Counter(key for outcome in outcomes for key in _keys(outcome))
    ways = [Filter(_("All"), len(outcomes), "?", current is None)]
    for shown in ACTIONS:
        if counts[shown.key]:
            words = shown.planned if is_planned else shown.done
            url = "?" + urlencode({"action": shown.key})
            ways.append(Filter(words, counts[shown.key], url, shown is current))
    return ways


def _keys(outcome: Mapping[str, Any]) -> list[str]:
    """Return the actions an outcome is found under, the most pressing first."""
    own = outcome.get("action") or "error"
    return ["conflict", own] if outcome.get("clashes") and own != "conflict" else [own]
