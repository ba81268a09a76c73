"""What can become of an article, in the words and the order of the screens."""

from dataclasses import dataclass

from django.db.models import Case, CharField, F, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...models import ImportItem

_STATE = ImportItem.State


@dataclass(frozen=True, slots=True)
class Shown:
    """One way an article can go: what it would be, what it was, and what that means. `kind` is good, mixed or bad."""

    key: str
    planned: str | Promise
    done: str | Promise
    meaning: str | Promise
    kind: str = "good"


WAYS = (
    Shown(
        "failed",
        _("cannot be brought in"),
        _("not brought in"),
        _(
            "Nothing is written for these. What is wrong stands with each; mend it there, and import it again."
        ),
        "bad",
    ),
    Shown(
        "conflict",
        _("in conflict"),
        _("in conflict"),
        _("It has changed in the source, and somebody has worked on it here since. What is here stays."),
        "mixed",
    ),
    Shown(
        "kept",
        _("kept"),
        _("kept"),
        _("Created by this import, and not undone: why stands with each."),
        "mixed",
    ),
    Shown("create", _("new"), _("created"), _("A draft is made for each. Nothing is published.")),
    Shown(
        "update",
        _("to update"),
        _("updated"),
        _("Imported before and not touched here since: the draft gets what the source says today."),
    ),
    Shown(
        "skip",
        _("unchanged"),
        _("unchanged"),
        _("Imported before, and the source says the same. Nothing to do."),
    ),
    Shown("left", _("left out"), _("left out"), _("Nobody chose them. Import them again to bring them in.")),
    Shown("undone", _("undone"), _("undone"), _("Created by this import, and deleted again.")),
)
BY_KEY = {way.key: way for way in WAYS}
WRITES = ("create", "update")


def way(*, is_over: bool) -> Case:
    """Return the expression that tells the way of an item; once a run is over, what was not done is left out."""
    over = [When(state=_STATE.PLANNED, then=Value("left"))] if is_over else []
    return Case(
        When(state=_STATE.FAILED, then=Value("failed")),
        When(state=_STATE.UNDONE, then=Value("undone")),
        When(state=_STATE.KEPT, then=Value("kept")),
        *over,
        default=F("action"),
        output_field=CharField(),
    )
