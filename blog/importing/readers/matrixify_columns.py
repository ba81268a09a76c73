"""The columns of the sheet “Blog Posts” that Matrixify writes, and what is in a cell of it.

https://matrixify.app/documentation/blog-posts/
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blog.importing.readers.shopify_fields import is_words

SHEET = "Blog Posts"
_FIELDS = {
    "id": "id",
    "handle": "handle",
    "command": "command",
    "title": "title",
    "author": "author",
    "body html": "body",
    "body (html)": "body",
    "body": "body",
    "summary html": "summary",
    "summary": "summary",
    "tags": "tags",
    "updated at": "updated",
    "published": "is_published",
    "published at": "published",
    "image src": "image",
    "image alt text": "image_alt",
    "row #": "row",
    "top row": "top",
    "blog: handle": "blog",
    "url": "url",
    "metafield: title_tag": "seo_title",
    "metafield: description_tag": "seo_description",
    "metafield: global.title_tag": "seo_title",
    "metafield: global.description_tag": "seo_description",
}
_TECHNICAL = frozenset(
    ("tags command", "created at", "template suffix", "image width", "image height", "image command")
)
_TELLING = frozenset(("body", "summary", "blog", "top", "is_published", "author", "published"))
_TYPE = re.compile(r"\s*\[[\w.]+\]$")
# What Matrixify writes of a comment; the address and the network of who wrote it are nobody's business here.
_COMMENT = "comment: "
_COMMENT_WORDS = ("comment: body html", "comment: body", "comment: content")
_COMMENT_AUTHOR = "comment: author"
_HYPERLINK = re.compile(r'=HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)', re.IGNORECASE)
_FORMULA = re.compile(r'="([^"]*)"')
_YES_HERE = (
    "true",
    "1",
    "yes",
    "y",
    "x",
    "wahr",
    "ja",
    "vrai",
    "oui",
    "verdadeiro",
    "sim",
    "verdadero",
    "sí",
    "si",
)
_YES_ELSEWHERE = ("vero", "waar", "sand", "sant", "tosi", "prawda", "doğru", "истина", "真")
_YES = frozenset((*_YES_HERE, *_YES_ELSEWHERE))


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands in a sheet, and what its other columns are."""

    headers: tuple[str, ...]
    fields: Mapping[str, int]
    comments: Mapping[str, int]
    extra: tuple[int, ...]
    repeated: tuple[int, ...]

    def notes(self) -> tuple[str, ...]:
        """What a person should know of the columns, once for a file."""
        told = []
        if self.extra:
            told.append(f"Columns without a place in an article: {_listed(self.headers, self.extra)}.")
        if self.repeated:
            told.append(
                f"Columns that are there twice, of which the first counts: {_listed(self.headers, self.repeated)}."
            )
        return tuple(told)


def columns_of(header: Sequence[str]) -> Columns:
    """What the columns under this header mean. Of several for one field the first counts."""
    names = tuple(" ".join(name.split()) for name in header)
    fields: dict[str, int] = {}
    comments: dict[str, int] = {}
    extra, repeated = [], []
    for index, name in enumerate(names):
        key = _TYPE.sub("", name.casefold())
        field = _FIELDS.get(key)
        if field and field in fields:
            repeated.append(index)
        elif field:
            fields[field] = index
        elif key.startswith(_COMMENT):
            comments.setdefault(key, index)
        elif name and key not in _TECHNICAL and not key.startswith("blog: "):
            extra.append(index)
    return Columns(names, fields, comments, tuple(extra), tuple(repeated))


def is_ours(columns: Columns) -> bool:
    """Whether these are columns of articles, and not of products, pages or anything else."""
    has_key = "title" in columns.fields and ("handle" in columns.fields or "id" in columns.fields)
    return has_key and "body" in columns.fields and len(_TELLING & columns.fields.keys()) > 2


def cell(cells: Sequence[str], index: int | None) -> str:
    """What a cell says: its text, without what keeps spreadsheets from taking it for something else."""
    text = cells[index] if index is not None and index < len(cells) else ""
    if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@"):
        return text[1:]
    link = _HYPERLINK.fullmatch(text.strip()) if text[:1] == "=" else None
    if link:
        return (link[2] if link[2] is not None else link[1]).replace('""', '"')
    formula = _FORMULA.fullmatch(text.strip()) if text[:2] == '="' else None
    return formula[1] if formula else text


def address(cells: Sequence[str], index: int | None) -> str:
    """The address in a cell; of a linked one that of its link."""
    text = cells[index] if index is not None and index < len(cells) else ""
    link = _HYPERLINK.fullmatch(text.strip()) if text[:1] == "=" else None
    return link[1].replace('""', '"') if link else cell(cells, index).strip()


def yes(text: str) -> bool:
    """What TRUE means in the language of whoever saved the sheet."""
    return text.strip().removesuffix(".0").casefold() in _YES


def comment_of(cells: Sequence[str], columns: Columns) -> str:
    """The words of a reader's comment in a row; empty if there is none."""
    words = next(
        (text for name in _COMMENT_WORDS if (text := cell(cells, columns.comments.get(name)).strip())), ""
    )
    author = cell(cells, columns.comments.get(_COMMENT_AUTHOR)).strip()
    return f"{author}: {words}" if author and words else words


def extra_of(cells: Sequence[str], columns: Columns) -> tuple[tuple[str, str], ...]:
    """The words of a row that have no field, with the name of their column."""
    found = (
        (columns.headers[index], cell(cells, index).strip()) for index in (*columns.extra, *columns.repeated)
    )
    return tuple((name, text) for name, text in found if is_words(text))


def _listed(headers: Sequence[str], indexes: Sequence[int]) -> str:
    names = [f"“{headers[index][:80]}”" for index in indexes[:12]]
    return ", ".join(names) + (f" and {len(indexes) - 12} more" if len(indexes) > 12 else "")
