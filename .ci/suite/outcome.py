"""What became of a step, and how all of them are told at the end."""

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tests:
    """How many tests passed, failed (errors included) and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Tests") -> "Tests":
        return Tests(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


@dataclass(frozen=True)
class Outcome:
    """One step: `state` is "passed", "failed" or "skipped"."""

    title: str
    state: str
    seconds: float = 0.0
    note: str = ""
    tests: Tests | None = None


def read_junit(report: Path) -> Tests:
    """Count the tests in a JUnit report; a report that was never written counts as nothing."""
    if not report.exists():
        return Tests()
    # The report is written by our own pytest a moment before.
    suite = next(ElementTree.parse(report).getroot().iter("testsuite"))  # noqa: S314
    total, failures, errors, skipped = (
        int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
    )
    return Tests(max(0, total - failures - errors - skipped), failures + errors, skipped)


def failed(outcomes: list[Outcome]) -> bool:
    """Tell whether any step failed."""
    return any(outcome.state == "failed" for outcome in outcomes)


def closing_lines(outcomes: list[Outcome]) -> list[str]:
    """Return the lines that end a run: one a step, what was skipped, and the tests in all."""
    lines = ["=" * 72]
    lines += [_line(outcome) for outcome in outcomes]
    counted = [outcome.tests for outcome in outcomes if outcome.tests]
    skipped = [outcome.title for outcome in outcomes if outcome.state == "skipped"]
    broken = [outcome.title for outcome in outcomes if outcome.state == "failed"]
    lines.append("=" * 72)
    if skipped:
        lines.append(f"Skipped on this machine: {'; '.join(skipped)}.")
    lines.append(f"Failed: {'; '.join(broken)}." if broken else "Nothing failed.")
    if counted:
        lines.append(str(sum(counted, Tests())))
    return lines


def _line(outcome: Outcome) -> str:
    about = str(outcome.tests) if outcome.tests else ""
    tail = "; ".join(part for part in (about, outcome.note) if part)
    return f"{outcome.state:8} {outcome.seconds:6.1f} s  {outcome.title}{': ' + tail if tail else ''}"
