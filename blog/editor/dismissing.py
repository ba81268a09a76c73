"""Sets findings aside, and takes that back. The one place that writes dismissals."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ..checks.findings import Review
from ..models import ArticlePage, DismissedFinding


class RefusedError(ValueError):
    """A finding cannot be set aside; the message says why."""


def dismiss(page: ArticlePage, review: Review, fingerprint: str, reason: str, user: Any) -> None:
    """Set the finding with this fingerprint aside, for as long as its words stay as they are.

    Raises RefusedError without a reason, for what must be mended, and for what the article no longer says.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise RefusedError(_("Say why this can stay as it is."))
    finding = next((found for found in review.findings if found.fingerprint == fingerprint), None)
    if finding is None:
        raise RefusedError(_("These words have changed meanwhile. Look again."))
    if not finding.can_be_dismissed:
        raise RefusedError(_("This is broken for readers and has to be mended."))
    longest = DismissedFinding._meta.get_field("reason").max_length
    DismissedFinding.objects.update_or_create(
        article_id=page.pk,
        fingerprint=fingerprint,
        defaults={
            "rule": finding.rule,
            "quote": finding.quote,
            "reason": reason[:longest],
            "dismissed_by": user,
            "dismissed_at": timezone.now(),
        },
    )


def take_back(page: ArticlePage, fingerprint: str) -> None:
    """Let a finding that was set aside be found again. Does nothing if it was not."""
    DismissedFinding.objects.filter(article_id=page.pk, fingerprint=fingerprint).delete()
