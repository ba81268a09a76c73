"""What the history of a product tells of its list: who pinned, moved and left out which article."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from products.models import ProductPage

# The article is kept as an id: whoever reads a product's history may not be allowed to read its name.
ACTIONS = {
    "pin": ("blog.pin_article", _("Pin an article"), _("Pinned an article to the product's list")),
    "unpin": ("blog.unpin_article", _("Unpin an article"), _("Unpinned an article of the product's list")),
    "up": ("blog.move_article", _("Move an article"), _("Moved a pinned article on the product's list")),
    "down": ("blog.move_article", _("Move an article"), _("Moved a pinned article on the product's list")),
    "exclude": ("blog.leave_out", _("Leave an article out"), _("Left an article out of the product's list")),
    "include": (
        "blog.take_back",
        _("Take an article back"),
        _("Took an article back into the product's list"),
    ),
    "undo": ("blog.undo_list", _("Undo"), _("Undid the last change of the product's list")),
}


def register_actions(actions: Any) -> None:
    """Give Wagtail the words for what it logs of lists."""
    for name, label, message in dict.fromkeys(ACTIONS.values()):
        actions.register_action(name, label, message)


def remember(product: ProductPage, do: str, article: int | None, user: Any) -> None:
    """Log that a user did something of `ACTIONS` to a product's list. Runs in the caller's transaction."""
    log(product, ACTIONS[do][0], user=user, data={"article": article})


def who_decided(product: ProductPage) -> dict[tuple[str, int], PageLogEntry]:
    """Return the newest entry for each action and article: by ("pin" or "exclude", article). One query."""
    names = {ACTIONS[do][0]: do for do in ("pin", "exclude")}
    entries = PageLogEntry.objects.filter(page=product.pk, action__in=names).select_related("user")
    return {
        (names[entry.action], entry.data.get("article")): entry for entry in entries.order_by("timestamp")
    }
