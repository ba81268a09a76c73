"""What a document says of itself in its properties."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

_CORE = "docProps/core.xml"
# What programs write where nobody wrote anything.
_NOBODY = frozenset(
    (
        *("python-docx", "docx4j", "apache", "microsoft", "word", "microsoft word", "microsoft office user"),
        *("admin", "administrator", "user", "default user", "windows user", "author", "owner"),
    )
)
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|document\s?\d*|untitled.*|word document|.+\.docx?)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, authors, keywords and moments; what was not said is empty."""

    title: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    description: str = ""
    created: datetime | None = None
    modified: datetime | None = None


def properties_of(root: Element | None) -> Properties:
    """The properties in `docProps/core.xml` (ECMA-376 part 2, 11), without what a program put there by itself."""
    if root is None:
        return Properties()
    said = {child.tag.rpartition("}")[2]: " ".join((child.text or "").split())[:1_000] for child in root}
    title = said.get("title", "")
    authors = tuple(dict.fromkeys(part.strip() for part in re.split(r"[;\n]", said.get("creator", ""))))
    return Properties(
        title="" if _NO_TITLE.fullmatch(title) else title,
        authors=tuple(author for author in authors if author and author.casefold() not in _NOBODY),
        tags=_tags(said.get("keywords", "")),
        description="" if "python-docx" in said.get("description", "") else said.get("description", ""),
        created=_moment(said.get("created", "")),
        modified=_moment(said.get("modified", "")),
    )


def _tags(keywords: str) -> tuple[str, ...]:
    parts = (part.strip().lstrip("#").strip() for part in re.split(r"[,;]", keywords))
    return tuple(dict.fromkeys(part for part in parts if part))


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
