"""Publications by their DOI or PubMed number, as somebody who searches has it at hand."""

from django.db.models import QuerySet

from ..evidence.references import number
from ..models import Source


def by_number(sources: QuerySet[Source], words: str) -> QuerySet[Source] | None:
    """Return those of the sources that have the number somebody searches for, with its address or without.

    None where the words are no such number, or no source has it: then they may be words of a title.
    """
    named = number.named(1, words)
    if named is None:
        return None
    wanted = named.reference
    found = sources.filter(doi__iexact=wanted.doi) if wanted.doi else sources.filter(pmid=wanted.pmid)
    return found if found.exists() else None
