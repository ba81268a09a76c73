"""Which field a column of a shop's file means: headers matched through a format's alias table. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_METAFIELD = re.compile(r"\(product\.metafields\.[^()]*\.([^().]+)\)$")


@dataclass(frozen=True)
class Vocabulary:
    """The words of one format, all in lower case and with spaces for underscores.

    `aliases`: field -> the headers it goes by. `numbered`: patterns of headers with a number in them -> the beginning
    of their field's name. `metafields`: fields that come from a metafield, by the last part of its key, whatever its
    namespace. `without_field` and, by their beginning, `families`: columns that are known, but that this site has no
    field for.
    """

    aliases: Mapping[str, tuple[str, ...]]
    without_field: frozenset[str] = frozenset()
    families: tuple[str, ...] = ()
    numbered: tuple[tuple[re.Pattern[str], str], ...] = ()
    metafields: frozenset[str] = frozenset()
    _fields: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        fields = {alias: name for name, aliases in self.aliases.items() for alias in aliases}
        object.__setattr__(self, "_fields", fields)

    def field_of(self, header: str) -> str | None:
        """Return the field a column with this header is for, or None."""
        written = header.casefold()
        metafield = _METAFIELD.search(written) if self.metafields else None
        if metafield:
            key = metafield[1].replace("-", "_")
            return key if key in self.metafields else None
        name = _in_words(written)
        for pattern, beginning in self.numbered:
            match = pattern.fullmatch(name)
            if match:
                return f"{beginning}{match['number']}"
        return self._fields.get(name)

    def has_no_field(self, header: str) -> bool:
        """Tell whether this is a column of the format that no field is made from."""
        name = _in_words(header.casefold())
        return name in self.without_field or name.startswith(self.families)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one file: where each field stands, and the columns no field is made from."""

    headers: tuple[str, ...]
    fields: Mapping[str, int]
    without_field: tuple[int, ...]
    unknown: tuple[int, ...]
    repeated: tuple[tuple[int, int], ...]

    def names(self, indexes: Sequence[int]) -> tuple[str, ...]:
        """Return the headers of some columns, as the file writes them."""
        return tuple(self.headers[index] for index in indexes)


def match_columns(header: Sequence[str], vocabulary: Vocabulary) -> Columns:
    """Return what the columns under this header mean. Of several columns for one field the first one counts."""
    headers = tuple(" ".join(name.split()) for name in header)
    fields: dict[str, int] = {}
    without_field: list[int] = []
    unknown: list[int] = []
    repeated: list[tuple[int, int]] = []
    for index, name in enumerate(headers):
        meaning = vocabulary.field_of(name)
        if meaning and meaning in fields:
            repeated.append((index, fields[meaning]))
        elif meaning:
            fields[meaning] = index
        elif name and vocabulary.has_no_field(name):
            without_field.append(index)
        elif name:
            unknown.append(index)
    return Columns(headers, fields, tuple(without_field), tuple(unknown), tuple(repeated))


def nameless(columns: Columns, rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """Yield the columns that have values but no header."""
    for index, name in enumerate(columns.headers):
        if not name and any(index < len(row) and row[index].strip() for row in rows):
            yield index


def _in_words(name: str) -> str:
    return " ".join(name.replace("_", " ").split())
