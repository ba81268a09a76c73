"""The rows of one product, and what they say about a field."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from products.catalogue.columns import Columns
from products.catalogue.document import Place, Said, Unusable
from products.catalogue.readers.wording import mended, plain, without_entities
from qnwellness.tables.table import Row

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Record:
    """One row, read by field."""

    row: Row
    columns: Columns

    def __getitem__(self, name: str) -> str:
        """Return what stands in the column of a field, "" without such a column."""
        index = self.columns.fields.get(name)
        return self.row.cells[index].strip() if index is not None and index < len(self.row.cells) else ""

    def place(self, name: str) -> Place:
        """Return where a field stands, for a person to find it."""
        return Place(self.row.number, self.columns.headers[self.columns.fields[name]], self.row.line)


@dataclass(slots=True)
class ProductRows:
    """All rows of one product in their order, and the notices that reading them has led to."""

    records: Sequence[Record]
    notices: list[str] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Tell whether the file has a column for a field."""
        return name in self.records[0].columns.fields

    def first(self, name: str) -> Record | None:
        """Return the first row that says something about a field; rows that say something else are noticed."""
        saying = [record for record in self.records if record[name]]
        for record in saying[1:]:
            if record[name] != saying[0][name]:
                self.note(
                    record.place(name), f"“{_brief(record[name])}” is left out: an earlier row says otherwise"
                )
        return saying[0] if saying else None

    def value(self, name: str, read: Callable[[str], T]) -> Said[T] | None:
        """Return what the rows say about a field, or None; what cannot be read is noticed."""
        record = self.first(name)
        return self.value_in(record, name, read) if record else None

    def value_in(self, record: Record, name: str, read: Callable[[str], T]) -> Said[T] | None:
        """Return what one row says about a field, or None; what cannot be read is noticed."""
        try:
            return Said(read(record[name]), record.place(name))
        except Unusable as problem:
            self.note(record.place(name), str(problem))
            return None

    def text(self, name: str) -> Said[str] | None:
        """Return a plain text the rows state, or None; a text that had to be mended is noticed."""
        record = self.first(name)
        text = self.text_in(record, name) if record else ""
        return Said(text, record.place(name)) if record and text else None

    def text_in(self, record: Record, name: str) -> str:
        """Return a plain text that one row states."""
        written = plain(record[name])
        meant = plain(without_entities(mended(written)))
        if meant != written:
            self.note(record.place(name), f"“{_brief(written)}” was read as “{_brief(meant)}”")
        return meant

    def note(self, place: Place, text: str) -> None:
        """Keep a line for a person."""
        self.notices.append(f"{place}: {text}")

    def unplaced(self) -> Iterator[tuple[str, str]]:
        """Yield what stands in columns no field is made from, by header."""
        columns = self.records[0].columns
        for index in (*columns.without_field, *columns.unknown):
            for record in self.records:
                if index < len(record.row.cells) and record.row.cells[index].strip():
                    yield columns.headers[index], record.row.cells[index].strip()
                    break


def _brief(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
