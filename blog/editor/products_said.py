"""What an editor is told after names of products were linked."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page, Revision

Button = tuple[str, str, bool]


def said_of(
    page: Page, counts: Mapping[int, int], before: Revision | None, after: Revision
) -> tuple[str, list[Button]]:
    """Return the sentences that say what was done, and the ways to take it back and to look at it."""
    count = sum(counts.values())
    said = [
        ngettext("%(count)s name is linked now.", "%(count)s names are linked now.", count) % {"count": count}
    ]
    if page.live:
        said.append(_("Readers see it once the article is published again."))
    return " ".join(said), _buttons(page, before, after)


def _buttons(page: Page, before: Revision | None, after: Revision) -> list[Button]:
    if before is None or before.pk == after.pk:
        return [messages.button(reverse("wagtailadmin_pages:history", args=[page.pk]), _("History"))]
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, before.pk])
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before.pk, after.pk])
    return [messages.button(revert, _("Undo")), messages.button(compare, _("See what changed"))]
