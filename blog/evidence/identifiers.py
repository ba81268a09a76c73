"""DOI and PubMed numbers as people write them, brought into one form."""

import re
from urllib.parse import unquote

# The form Crossref recommends to look for:
# https://www.crossref.org/blog/dois-and-matching-regular-expressions/
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DOI_OR_ADDRESS = re.compile(rf"(?:doi\.org/)?{_DOI.pattern}")
# What an address may have after a DOI. A DOI itself may end in "#" or "?", as those made of SICIs do.
_QUERY = re.compile(r"\?[\w.~-]+=")
_FRAGMENT = re.compile(r"#(?=\w)")
_BEFORE_DOI = re.compile(r"^(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:?\s*)", re.IGNORECASE)
_BEFORE_PMID = re.compile(
    r"^(?:(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/|pmid\s*:?\s*)",
    re.IGNORECASE,
)
_PMID = re.compile(r"[1-9][0-9]{0,11}", re.ASCII)
_LONGEST_DOI = 200


def normal_doi(text: str) -> str:
    """Return a DOI without its address or "doi:", without a full stop and without "?utm_source=…" after it.

    Raises ValueError for what is no DOI; a name after "#" is no part of one, and only in an address is it clear
    where it ends. Upper and lower case are kept, although they do not matter.
    """
    doi = text.strip()
    if (bare := _BEFORE_DOI.sub("", doi)) != doi:
        doi = unquote(_FRAGMENT.split(bare, 1)[0]).strip()
    elif _FRAGMENT.search(doi):
        raise ValueError(text)
    doi = _QUERY.split(doi, 1)[0].rstrip(".,;")
    if doi.endswith(")") and doi.count("(") < doi.count(")"):
        doi = doi[:-1]
    if len(doi) > _LONGEST_DOI or not _DOI.fullmatch(doi) or not doi.isprintable():
        raise ValueError(text)
    return doi


def normal_pmid(text: str) -> str:
    """Return a PubMed number as its digits. Raises ValueError for what is none."""
    pmid = _BEFORE_PMID.sub("", text.strip()).strip(" /.").lstrip("0")
    if not _PMID.fullmatch(pmid):
        raise ValueError(text)
    return pmid


def doi_in(text: str) -> str:
    """Return the first DOI in a text, or nothing."""
    found = _DOI_OR_ADDRESS.search(text[:4000])
    try:
        return normal_doi(found.group()) if found else ""
    except ValueError:
        return ""
