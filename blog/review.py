"""When an article was last checked and is to be checked again, and when it last changed for its readers. Pure."""

import calendar
from datetime import date, datetime
from enum import StrEnum


class DateProblem(StrEnum):
    """What can be wrong with the dates of an article."""

    NO_REVIEWER = "no reviewer"
    NO_REVIEW_DATE = "no review date"
    REVIEWED_LATER = "reviewed in the future"
    DUE_TOO_EARLY = "due before the review"
    DUE_WITHOUT_REVIEW = "due without a review"
    UPDATED_TOO_EARLY = "updated before it was published"


def next_review(reviewed_on: date | None, due_on: date | None) -> date | None:
    """Return when the next review is due: the date an editor has set, or else a year after the last review.

    An article that was never reviewed has no next review. A review on 29 February is due again on the 28th.
    """
    if reviewed_on is None:
        return None
    if due_on is not None:
        return due_on
    year = reviewed_on.year + 1
    return reviewed_on.replace(
        year=year, day=min(reviewed_on.day, calendar.monthrange(year, reviewed_on.month)[1])
    )


def is_overdue(reviewed_on: date | None, due_on: date | None, today: date) -> bool:
    """Tell whether the next review should have been by now."""
    due = next_review(reviewed_on, due_on)
    return due is not None and due < today


def review_problems(
    *,
    has_reviewer: bool,
    reviewed_on: date | None,
    due_on: date | None,
    today: date,
) -> list[DateProblem]:
    """Return what is wrong with what an editor says of a review; the first two are unfinished rather than wrong."""
    problems = []
    if reviewed_on and not has_reviewer:
        problems.append(DateProblem.NO_REVIEWER)
    if has_reviewer and not reviewed_on:
        problems.append(DateProblem.NO_REVIEW_DATE)
    if reviewed_on and reviewed_on > today:
        problems.append(DateProblem.REVIEWED_LATER)
    if due_on and not reviewed_on and not has_reviewer:
        problems.append(DateProblem.DUE_WITHOUT_REVIEW)
    if reviewed_on and due_on and due_on <= reviewed_on:
        problems.append(DateProblem.DUE_TOO_EARLY)
    return problems


def shown_update(published_at: datetime | None, updated_at: datetime | None) -> datetime | None:
    """Return the update to tell readers of: none on the day of publishing itself, and none before it.

    Both moments are compared as days in their own time zone, so that the caller decides what a day is.
    """
    if published_at is None or updated_at is None or updated_at.date() <= published_at.date():
        return None
    return updated_at


def whole_minute(moment: datetime) -> datetime:
    """Return a moment without its seconds: the form shows none, and would change a date by saving it unchanged."""
    return moment.replace(second=0, microsecond=0)
