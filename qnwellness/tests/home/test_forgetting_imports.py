"""The schedule looks for imports nobody went on with, and goes on whatever that meets."""

import pytest

from qnwellness.home.management.commands import run_schedule


def test_imports_nobody_went_on_with_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    monkeypatch.setattr(run_schedule, "forget_old", lambda: looked.append(1) or 1)
    run_schedule.forget_abandoned()
    assert looked == [1]


def test_what_goes_wrong_there_does_not_end_the_schedule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_schedule, "forget_old", lambda: 1 / 0)
    run_schedule.forget_abandoned()
