"""Lines under a title that say who wrote a text, when, and how long it takes to read."""

import re

from blog.importing.document import SourceArticle
from blog.importing.structure.wording import key

_BYLINE = re.compile(
    r"(?:by|written by|(?:medically |clinically )?reviewed by|published|updated|last updated|posted)\b"
    r"|[\w ,]{0,40}\b(?:min|minutes?) read\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:(?:article|post|words|text|story) )?(?:written |posted |published )?by\s*:?\s+\S", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified|reviewed)(?: on)?\b", re.IGNORECASE
)
_TIME = re.compile(
    r"(?:(?:reading|read) time\s*:?\s*)?(?:about |approx\.? )?\d{1,3}\s?-?\s?min(?:ute)?s?\.?(?: read(?:ing time)?)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?,? \d{4}"
    r"|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_PARTS = re.compile(r"\s*[|·•—–]\s*|\s+-\s+")
_LONGEST = 120


def is_byline(text: str) -> bool:
    """Whether a short line begins like a byline."""
    return _BYLINE.match(text) is not None


def is_known_byline(text: str, article: SourceArticle) -> bool:
    """Whether every part of a line says what is known of an article otherwise: its authors, its dates, or a reading
    time, which the site counts itself."""
    if not 0 < len(text) <= _LONGEST:
        return False
    return all(_is_known(part, article) for part in _PARTS.split(text) if part)


def _is_known(part: str, article: SourceArticle) -> bool:
    if _TIME.fullmatch(part):
        return True
    authors = {key(author) for author in article.authors}
    if _AUTHOR.match(part) or key(part) in authors:
        return any(author and author in key(part) for author in authors)
    dated = article.published is not None or article.updated is not None
    without = _DATED.sub("", part, count=1).strip(" :")
    return dated and _DATE.fullmatch(without) is not None
