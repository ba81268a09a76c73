"""Which rows do not say what they should. Pure but for reading attributes."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MISSING, EXTRA, WRONG = "missing", "extra", "wrong"
Rows = Mapping[Hashable, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not as it should be.

    `table` is where it is ("mention", "relation" or "reference"), `row` which one, `what` is one of the words above,
    and `said` names each field that is wrong with what is stored and what should be.
    """

    table: str
    row: str
    what: str
    said: str = ""

    def __str__(self) -> str:
        return f"{self.table} of {self.row}: {self.what}" + (f" ({self.said})" if self.said else "")


def faults_between(table: str, stored: Rows, expected: Rows) -> Iterator[Fault]:
    """Yield a fault for every row that is missing, extra or wrong. Rows are fields by name, under a key."""
    for key in sorted(stored.keys() | expected.keys(), key=str):
        if key not in stored:
            yield Fault(table, str(key), MISSING)
        elif key not in expected:
            yield Fault(table, str(key), EXTRA)
        elif said := _said(stored[key], expected[key]):
            yield Fault(table, str(key), WRONG, said)


def _said(stored: Mapping[str, Any], expected: Mapping[str, Any]) -> str:
    wrong = (name for name in expected if stored[name] != expected[name])
    return ", ".join(f"{name} is {stored[name]!s}, should be {expected[name]!s}" for name in wrong)
