"""A DOI or PubMed number without a reference around it, one a line: "https://doi.org/10.1000/1", "PMID: 23525894"."""

from collections.abc import Iterator

from ..identifiers import normal_doi, normal_pmid
from ..reference import Reference
from .reading import Named

# Fewer digits without "PMID" before them are a year or the number of a list.
_FEWEST_DIGITS = 5


def recognises(text: str) -> bool:
    """Tell whether the text is such numbers and nothing else. One that says more is read for what it says."""
    rows = [row for row in text.splitlines() if row.strip()]
    return bool(rows) and all(named(0, row) for row in rows)


def read(text: str) -> Iterator[Named]:
    """Yield the publication each line names."""
    for line, row in enumerate(text.splitlines(), start=1):
        if found := named(line, row):
            yield found


def named(line: int, text: str) -> Named | None:
    """Return the publication a text names by a number alone, or None."""
    try:
        return Named(line, Reference(title="", doi=normal_doi(text)))
    except ValueError:
        pass
    try:
        pmid = normal_pmid(text)
    except ValueError:
        return None
    is_sure = len(pmid) >= _FEWEST_DIGITS or text.strip()[0].isalpha()
    return Named(line, Reference(title="", pmid=pmid)) if is_sure else None
