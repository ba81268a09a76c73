from datetime import UTC, datetime, timedelta, timezone

from qnwellness.content.templatetags.time_tags import moment


def test_a_moment_is_told_in_the_sites_time_to_the_second():
    assert moment(datetime(2026, 11, 1, 20, 30, 15, 589926, tzinfo=UTC)) == "2026-11-02T04:30:15+08:00"


def test_the_zone_it_was_given_in_does_not_matter():
    elsewhere = timezone(timedelta(hours=-5))
    assert moment(datetime(2026, 11, 1, 15, 30, tzinfo=elsewhere)) == "2026-11-02T04:30:00+08:00"
