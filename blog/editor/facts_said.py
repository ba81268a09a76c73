"""What an editor is told after facts were put into an article."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page, Revision

from ..proposing.linking import Link

Button = tuple[str, str, bool]


def said_of(
    page: Page, new: int, links: Sequence[Link], before: Revision | None, after: Revision
) -> tuple[str, list[Button]]:
    """Return the sentences that say what was done, and the ways to look at it and to take it back."""
    places = sum(len(link.places) for link in links)
    said = (
        [ngettext("%(count)s fact was added.", "%(count)s facts were added.", new) % {"count": new}]
        if new
        else []
    )
    said.append(
        ngettext("%(count)s figure is linked now.", "%(count)s figures are linked now.", places)
        % {"count": places}
    )
    if page.live:
        said.append(_("Readers see it once the article is published again."))
    return " ".join(said), _buttons(page, before, after)


def _buttons(page: Page, before: Revision | None, after: Revision) -> list[Button]:
    names = ["wagtailadmin_pages:edit", "wagtailadmin_pages:history"]
    edit, history = (reverse(name, args=[page.pk]) for name in names)
    ways = [
        messages.button(edit, _("Edit the article")),
        messages.button(history, _("Take it back in the history")),
    ]
    if before and before.pk != after.pk:
        compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before.pk, after.pk])
        ways.insert(1, messages.button(compare, _("See what changed")))
    return ways
