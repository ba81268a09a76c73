"""A publication as a plain value: what readers of references make, and what a bibliography is written from."""

from dataclasses import dataclass
from urllib.parse import quote

from .names import parts

ARTICLE, BOOK, CHAPTER, REPORT = "article-journal", "book", "chapter", "report"
WEBPAGE, THESIS, DATASET, DOCUMENT = "webpage", "thesis", "dataset", "document"
TYPES = (ARTICLE, BOOK, CHAPTER, REPORT, WEBPAGE, THESIS, DATASET, DOCUMENT)
# A label stands in a sentence while it is written, so a title without an author is cut to this.
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication. Its type is one of CSL's; authors are "Family, Given" or the name of an organisation."""

    title: str
    type: str = ARTICLE
    authors: tuple[str, ...] = ()
    container: str = ""
    publisher: str = ""
    year: int | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """Return what an editor sees of it inside a sentence: "Knapen 2013"."""
        first = self.authors[0].strip() if self.authors else self.title
        person = parts(first) if self.authors else None
        name = person[0] if person else first
        if len(name) > _LONGEST_LABEL:
            name = name[:_LONGEST_LABEL].rpartition(" ")[0].rstrip(" ,;:") + "…"
        return f"{name} {self.year}" if self.year else name

    @property
    def address(self) -> str:
        """Return where a reader finds it, the most lasting address first; nothing where none is known."""
        return next(iter(self.addresses), "")

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return everywhere a reader finds it, the most lasting address first."""
        known = (
            doi_address(self.doi) if self.doi else "",
            self.url,
            pubmed_address(self.pmid) if self.pmid else "",
        )
        return tuple(address for address in known if address)


def doi_address(doi: str) -> str:
    """Return the address of a DOI. Older ones hold signs that mean something else in an address: "<", ">", "#", "?".

    What has to be encoded: https://www.doi.org/the-identifier/resources/handbook ("Encoding issues").
    """
    return f"https://doi.org/{quote(doi, safe='/:;()')}"


def pubmed_address(pmid: str) -> str:
    """Return the address of a publication in PubMed."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
