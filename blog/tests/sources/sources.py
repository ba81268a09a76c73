"""Sources for tests, and how they are cited in stored text and panels."""

from typing import Any

from blog.models import Source
from blog.tests.factories import Raw, block


def make_source(title: str = "Three-year low-dose menaquinone-7", **fields: Any) -> Source:
    """Return a stored source."""
    return Source.objects.create(title=title, **{"authors": "Knapen, M. H. J.", "year": 2013, **fields})


def cite(source: Any, words: str = "Knapen 2013") -> str:
    """Return a citation of a source (or of a source's id) as it is stored."""
    return f'<a linktype="source" id="{getattr(source, "pk", source)}">{words}</a>'


def cited_in_panel(*sources: Any) -> list[Raw]:
    """Return the stored value of a panel's field for what it cites."""
    return [block("item", getattr(source, "pk", source)) for source in sources]
