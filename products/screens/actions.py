"""What can happen to a product, in the words and the order of the screens."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Shown:
    """An action: what it would do, what it did, and what that means."""

    key: str
    planned: str | Promise
    done: str | Promise
    meaning: str | Promise


ACTIONS = (
    Shown(
        "error",
        _("cannot be placed"),
        _("not placed"),
        _("Mend the row in the shop, and bring the file in again."),
    ),
    Shown(
        "conflict",
        _("in conflict"),
        _("in conflict"),
        _("Both the shop and somebody here have changed a field since the last time. What is here stays."),
    ),
    Shown(
        "withdraw",
        _("to withdraw"),
        _("withdrawn"),
        _("Missing from the file: hidden from readers, not deleted."),
    ),
    Shown("create", _("to create"), _("created"), _("New: a page is made for each.")),
    Shown("update", _("to change"), _("changed"), _("The shop says something else than this site.")),
    Shown("skip", _("the same"), _("unchanged"), _("Nothing to do; the price is confirmed.")),
)
BY_KEY = {action.key: action for action in ACTIONS}
