"""What an editor is told after publishing.

Publishing is never refused: a correction that must go out, or a page published at its hour, may not wait for a rule,
and nothing anybody wrote may be lost. What is broken for readers is said at once, with the way to mend it.
"""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from ..checks.finding import Level
from ..checks.findings import review_all
from ..models import ArticlePage


def warn_of_what_is_broken(request: HttpRequest, page: object) -> None:
    """Tell whoever has published an article what in it is broken for readers. Says nothing of other pages."""
    if not isinstance(page, ArticlePage):
        return
    (review,) = review_all([page])
    broken = review.of(Level.MUST)
    if broken:
        text = ngettext(
            "%(count)s thing in “%(title)s” must be fixed: %(first)s",
            "%(count)s things in “%(title)s” must be fixed. The first: %(first)s",
            len(broken),
        ) % {"count": len(broken), "title": page.title, "first": broken[0].message}
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        messages.warning(request, text, buttons=[messages.button(edit, _("Go there"))])
