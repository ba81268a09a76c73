"""The hostile words are many, and of every kind."""

from qnwellness.tests import hostile


def test_there_are_at_least_120_different_ones() -> None:
    assert len(set(hostile.PAYLOADS)) == len(hostile.PAYLOADS) >= 120


def test_at_least_120_may_stand_in_a_page() -> None:
    assert len(set(hostile.STORABLE)) >= 120
    for text in hostile.STORABLE:
        assert "\x00" not in text
        assert text.encode()


def test_most_try_to_run() -> None:
    assert sum(hostile.RUN in text for text in hostile.PAYLOADS) > len(hostile.PAYLOADS) / 3
