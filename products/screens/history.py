"""How a run is shown in a line: how it stands, who started it, and its numbers in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from products.feed.scheduled import UNCHANGED
from products.models import CatalogueRun

from .actions import ACTIONS

# Of the counts of a run, those that need a person.
_TO_LOOK_AT = ("error", "conflict", "clashes")
_KINDS = {
    CatalogueRun.Status.PLANNED: "waiting",
    CatalogueRun.Status.RUNNING: "waiting",
    CatalogueRun.Status.FAILED: "bad",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a run stands, in words; `kind` is good, mixed, waiting or bad."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A run as the list shows it."""

    run: CatalogueRun
    url: str
    who: str
    standing: Standing
    counts: str

    @property
    def source(self) -> str:
        """Return the name of the file, or the address."""
        return self.run.source or _("without a name")


def line_of(run: CatalogueRun) -> Line:
    """Return a run as a line; it comes with its user."""
    return Line(run, reverse("catalogue:run", args=[run.pk]), who(run), standing_of(run), in_words(run))


def who(run: CatalogueRun) -> str:
    """Return who started a run, or what."""
    name = (run.user.get_full_name() or run.user.get_username()) if run.user else ""
    return name or str(run.get_trigger_display())


def standing_of(run: CatalogueRun) -> Standing:
    """Return how a run stands."""
    if run.status == CatalogueRun.Status.RUNNING:
        return Standing(
            "waiting", _("running: %(done)s of %(all)s") % {"done": run.position, "all": run.total}
        )
    if run.status == CatalogueRun.Status.DONE and any(run.counts.get(key) for key in _TO_LOOK_AT):
        return Standing("mixed", _("done, look at it"))
    return Standing(_KINDS.get(run.status, "good"), str(run.get_status_display()))


def in_words(run: CatalogueRun) -> str:
    """Return a run's counts as words, the most telling first; what there is none of is left out."""
    is_planned = run.status == CatalogueRun.Status.PLANNED
    found = [
        f"{run.counts[action.key]} {action.planned if is_planned else action.done}"
        for action in ACTIONS
        if run.counts.get(action.key)
    ]
    if clashes := run.counts.get("clashes"):
        found.insert(
            0, ngettext("one field in conflict", "%(n)s fields in conflict", clashes) % {"n": clashes}
        )
    if confirmed := run.counts.get(UNCHANGED):
        found.append(
            _("the same file as before, the prices of %(n)s products are confirmed") % {"n": confirmed}
        )
    return ", ".join(found)
