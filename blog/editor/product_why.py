"""Why an article stands where it does on a product's list, in plain words."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from ..mentions.collect import PINS
from ..models import ProductRelation
from ..models.mention import MentionKind


def why_there(
    relation: ProductRelation, following: ProductRelation | None, pinned: PageLogEntry | None, user: Any
) -> str:
    """Return why an article stands where it does, and why before `following`, the next one on the list."""
    if relation.rank < PINS:
        words = [said_by(_("Pinned"), pinned, user)]
        if following and following.rank >= PINS:
            words.append(_("What is pinned stands before all else."))
    else:
        words = [_shown(relation), *_before(relation, following)]
    return " ".join(words)


def said_by(done: str, entry: PageLogEntry | None, user: Any) -> str:
    """Return a sentence on who did something and when: “Pinned by you, 3 Nov 2026.”; `done` alone if nobody knows."""
    if entry is None or entry.user is None:
        return f"{done}."
    day = date_format(localtime(entry.timestamp), "DATE_FORMAT")
    if entry.user_id == user.pk:
        return _("%(done)s by you, %(day)s.") % {"done": done, "day": day}
    who = entry.user.get_full_name() or entry.user.get_username()
    return _("%(done)s by %(who)s, %(day)s.") % {"done": done, "who": who, "day": day}


def _shown(relation: ProductRelation) -> str:
    shown = {
        MentionKind.CALLOUT: _("Shown in a callout"),
        MentionKind.INFOGRAPHIC: _("Shown in an infographic"),
        MentionKind.INLINE: _("Named in the text"),
    }[MentionKind(relation.mention)]
    day = date_format(localtime(relation.published), "DATE_FORMAT")
    if not relation.section_title:
        return _("%(shown)s, published %(day)s.") % {"shown": shown, "day": day}
    values = {"shown": shown, "section": relation.section_title, "day": day}
    return _("%(shown)s, read in “%(section)s”, published %(day)s.") % values


def _before(relation: ProductRelation, following: ProductRelation | None) -> list[str]:
    if following is None:
        return []
    title = following.article.title
    if relation.mention != following.mention:
        reasons = {
            (MentionKind.CALLOUT, MentionKind.INFOGRAPHIC): _(
                "It comes before “%(title)s” because a callout counts more than an infographic."
            ),
            (MentionKind.CALLOUT, MentionKind.INLINE): _(
                "It comes before “%(title)s” because a callout counts more than a name in the text."
            ),
            (MentionKind.INFOGRAPHIC, MentionKind.INLINE): _(
                "It comes before “%(title)s” because an infographic counts more than a name in the text."
            ),
        }
        reason = reasons.get((MentionKind(relation.mention), MentionKind(following.mention)), "")
        return [reason % {"title": title}] if reason else []
    if relation.published > following.published:
        return [_("It comes before “%(title)s” because it is newer.") % {"title": title}]
    return [_("It is as strong and as new as “%(title)s”, and was written first.") % {"title": title}]
