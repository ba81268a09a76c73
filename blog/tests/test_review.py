"""When an article is to be checked again, and what readers are told of its dates."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.review import DateProblem, is_overdue, next_review, review_problems, shown_update, whole_minute

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
TODAY = date(2026, 11, 22)


class TestTheNextReview:
    def test_is_a_year_after_the_last_one(self):
        assert next_review(date(2026, 3, 3), None) == date(2027, 3, 3)

    def test_of_a_leap_day_is_on_the_last_of_february(self):
        assert next_review(date(2028, 2, 29), None) == date(2029, 2, 28)

    def test_is_when_the_editor_says(self):
        assert next_review(date(2026, 3, 3), date(2026, 6, 1)) == date(2026, 6, 1)

    def test_of_an_article_never_reviewed_there_is_none(self):
        assert next_review(None, None) is next_review(None, date(2026, 6, 1)) is None

    @given(DAYS)
    def test_is_always_a_year_away_give_or_take_a_leap_day(self, reviewed_on):
        assert timedelta(365) <= next_review(reviewed_on, None) - reviewed_on <= timedelta(366)

    def test_is_overdue_from_the_day_after(self):
        assert is_overdue(date(2025, 11, 21), None, TODAY)
        assert not is_overdue(date(2025, 11, 22), None, TODAY)
        assert not is_overdue(None, None, TODAY)


@pytest.mark.parametrize(
    ("has_reviewer", "reviewed_on", "due_on", "expected"),
    [
        (False, None, None, []),
        (True, TODAY, None, []),
        (True, TODAY, TODAY + timedelta(1), []),
        (False, TODAY, None, [DateProblem.NO_REVIEWER]),
        (True, None, None, [DateProblem.NO_REVIEW_DATE]),
        (True, TODAY + timedelta(1), None, [DateProblem.REVIEWED_LATER]),
        (True, TODAY, TODAY, [DateProblem.DUE_TOO_EARLY]),
        (False, None, TODAY, [DateProblem.DUE_WITHOUT_REVIEW]),
    ],
)
def test_a_review_is_whole_or_not_there(has_reviewer, reviewed_on, due_on, expected):
    found = review_problems(has_reviewer=has_reviewer, reviewed_on=reviewed_on, due_on=due_on, today=TODAY)
    assert found == expected


class TestTheShownUpdate:
    published = datetime(2026, 3, 3, 9, tzinfo=UTC)

    def test_is_that_of_a_later_day(self):
        assert shown_update(self.published, self.published + timedelta(1)) == self.published + timedelta(1)

    @pytest.mark.parametrize("after", [timedelta(0), timedelta(hours=3), timedelta(-4)])
    def test_is_none_on_the_day_of_publishing_or_before(self, after):
        assert shown_update(self.published, self.published + after) is None

    def test_is_none_where_a_date_is_missing(self):
        assert shown_update(None, self.published) is shown_update(self.published, None) is None


def test_a_whole_minute_has_no_seconds():
    moment = datetime(2026, 3, 3, 20, 51, 46, 123, tzinfo=UTC)
    assert whole_minute(moment) == datetime(2026, 3, 3, 20, 51, tzinfo=UTC)
