"""What can be done with several imported articles at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ...models import ArticlePage, ImportRecord

# Publishing takes a part of a second each: more than a page of the list is chosen by filters and done page by page.
MOST_AT_ONCE = 50


@dataclass(slots=True)
class Outcome:
    """The titles of articles with which it was done, and of those with which it was not, each with the reason."""

    done: list[str] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def check(records: QuerySet[ImportRecord], user: AbstractBaseUser) -> int:
    """Note that somebody has looked through these articles, and return how many there are new."""
    return records.filter(checked_at=None).update(checked_at=timezone.now(), checked_by=user)


def uncheck(records: QuerySet[ImportRecord]) -> int:
    """Take that back."""
    return records.exclude(checked_at=None).update(checked_at=None, checked_by=None)


def publish(records: Iterable[ImportRecord], user: AbstractBaseUser) -> Outcome:
    """Publish the newest draft of each article, one transaction each. What cannot be published is left and told."""
    outcome = Outcome()
    for record in records:
        article = record.article
        try:
            _publish(article, user)
        except PermissionDenied:
            outcome.left.append((article.get_admin_display_title(), _("you may not publish it")))
        except ValidationError as problem:
            outcome.left.append((article.get_admin_display_title(), " ".join(problem.messages)))
        else:
            outcome.done.append(article.get_admin_display_title())
    return outcome


def _publish(article: ArticlePage, user: AbstractBaseUser) -> None:
    allowed = article.permissions_for_user(user)
    if not allowed.can_publish():
        raise PermissionDenied
    if article.live and not article.has_unpublished_changes:
        raise ValidationError(_("it is published already"))
    if allowed.page_locked():
        raise ValidationError(_("it is locked"))
    draft = article.get_latest_revision_as_object()
    draft.full_clean()
    draft.body.stream_block.clean(draft.body)
    draft.get_latest_revision().publish(user=user)
