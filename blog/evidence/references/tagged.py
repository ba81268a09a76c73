"""Lines of "TAG - value", the form RIS and MEDLINE share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAGGED = re.compile(r"([A-Z][A-Z0-9]{1,3}) *-(?: (.*)|$)")


@dataclass(slots=True)
class Record:
    """One reference as tags with their values, and the line it begins in."""

    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    text: str = ""

    def first(self, *tags: str) -> str:
        """Return the first value of the first of these tags that has one."""
        return next((value for tag in tags for value in self.values.get(tag, []) if value.strip()), "")

    def all(self, *tags: str) -> list[str]:
        """Return all values of the first of these tags that has any."""
        return next((self.values[tag] for tag in tags if self.values.get(tag)), [])


def has_tag(text: str, tag: str) -> bool:
    """Tell whether a line of the text begins with this tag."""
    return re.search(rf"^{tag} *-(?: |$)", text, re.MULTILINE) is not None


def lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (line number, tag, value) of every line, counted from 1; the tag is "" where a line has none."""
    for number, line in enumerate(text.split("\n"), start=1):
        tagged = _TAGGED.match(line)
        yield (number, tagged[1], tagged[2] or "") if tagged else (number, "", line.strip())


def add(record: Record, tag: str, value: str) -> None:
    """Add a line to a record. A line without a tag goes on with the value before it."""
    record.text = record.text or value
    if tag:
        record.values.setdefault(tag, []).append(value.strip())
    elif record.values and value:
        last = record.values[next(reversed(record.values))]
        last[-1] = f"{last[-1]} {value}"
