"""A source article as it was read, for the left side of the screen: its elements in order, with their words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from ...importing import document as doc
from .inline import Run, runs_of, words_of


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an element: a paragraph, an item, the cells of a row. `aside` says why it is not in the page."""

    cells: tuple[tuple[Run, ...], ...]
    depth: int = 0
    aside: str = ""
    # Parts of it that are not in the page, each with the reason.
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """Return the words of the row."""
        return " ".join(filter(None, map(words_of, self.cells)))


@dataclass(frozen=True, slots=True)
class Piece:
    """An element. `kind` is for its look, `label` for a person; `inner` are the elements of a box."""

    kind: str
    label: str
    rows: tuple[Row, ...] = ()
    inner: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True)
class SourceSide:
    """The elements, and what was set aside whose words are in none of them."""

    pieces: Sequence[Piece] = ()
    elsewhere: Sequence[Mapping[str, str]] = field(default_factory=list)


def source_side(article: doc.SourceArticle, set_aside: Sequence[Mapping[str, str]]) -> SourceSide:
    """Return a source article for the screen; `set_aside` are the entries of its report, marked where they stand."""
    waiting = [dict(entry) for entry in set_aside]
    pieces = [_marked(piece, waiting) for piece in map(_piece, article.elements)]
    return SourceSide([*_fields(article), *pieces], waiting)


def _fields(article: doc.SourceArticle) -> Iterator[Piece]:
    """Yield what the source says beside its text."""
    said: dict[str, Any] = {
        _("Title"): article.title,
        _("Old address"): article.path or article.slug,
        _("Summary"): article.standfirst,
        _("Authors"): ", ".join(article.authors),
        _("Published"): _moment(article.published),
        _("Tags"): ", ".join(article.tags),
        _("Title for search engines"): article.seo_title,
        _("Description for search engines"): article.seo_description,
    }
    for label, words in said.items():
        if words:
            yield Piece("field", label, _plain(words))
    if article.hero:
        yield replace(_picture(article.hero), label=_("Picture at the top"))


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return date_format(localtime(moment) if is_aware(moment) else moment, "DATETIME_FORMAT")


def _marked(piece: Piece, waiting: list[dict[str, str]]) -> Piece:
    rows = tuple(_marked_row(row, waiting) for row in piece.rows)
    inner = tuple(_marked(one, waiting) for one in piece.inner)
    return replace(piece, rows=rows, inner=inner)


def _marked_row(row: Row, waiting: list[dict[str, str]]) -> Row:
    """Return a row with what of it was set aside, and take that from the list."""
    words, parts, aside = row.words, [], ""
    for entry in [*waiting]:
        text = " ".join(entry["text"].split())
        if not text or not words:
            continue
        if text == words:
            aside = entry["reason"]
        elif text in words and len(text) > 3:
            parts.append((text, entry["reason"]))
        else:
            continue
        waiting.remove(entry)
        if aside:
            break
    return replace(row, aside=aside, parts=tuple(parts))


def _piece(element: doc.Element) -> Piece:
    return _PIECES[type(element)](element)


def _row(*html: str, depth: int = 0) -> Row:
    return Row(tuple(runs_of(one) for one in html), depth)


def _plain(*texts: str) -> tuple[Row, ...]:
    """Return a row for each text that is not empty."""
    return tuple(_row(escape(text)) for text in texts if text)


def _heading(element: doc.HeadingElement) -> Piece:
    is_marked = element.level < 7
    label = _("Heading %(level)s") % {"level": element.level} if is_marked else _("Bold line")
    return Piece("heading", label, _plain(element.text))


def _list(element: doc.ListElement) -> Piece:
    label = _("Numbered list") if element.ordered else _("List")
    depths = element.depths or (0,) * len(element.items)
    rows = (_row(item, depth=depth) for item, depth in zip(element.items, depths, strict=False))
    return Piece("list", label, tuple(rows))


def _picture(element: doc.PictureElement) -> Piece:
    address = "" if element.address.startswith("data:") else element.address
    return Piece("picture", _("Picture"), _plain(element.name, address, element.alt, element.caption))


def _table(element: doc.TableElement) -> Piece:
    return Piece("table", _("Table"), (*_plain(element.caption), *(_row(*row) for row in element.rows)))


def _contents(element: doc.ContentsElement) -> Piece:
    rows = (Row((runs_of(escape(link.text)),), link.depth) for link in element.links)
    return Piece("list", _("Contents list"), (*_plain(element.title), *rows))


def _footnotes(element: doc.FootnotesElement) -> Piece:
    rows = (_row(note.html) for note in element.notes)
    return Piece("list", _("Notes and references"), (*_plain(element.title), *rows))


def _box(element: doc.BoxElement) -> Piece:
    return Piece("box", _("Box"), inner=tuple(_inner(element.elements)))


def _inner(elements: Sequence[doc.Element]) -> Iterator[Piece]:
    yield from (_piece(element) for element in elements)


_PIECES: dict[type, Callable[[Any], Piece]] = {
    doc.Paragraph: lambda element: Piece("text", _("Paragraph"), (_row(element.html),)),
    doc.HeadingElement: _heading,
    doc.ListElement: _list,
    doc.PictureElement: _picture,
    doc.TableElement: _table,
    doc.QuoteElement: lambda element: Piece(
        "quote", _("Quotation"), _plain(element.text, element.attribution)
    ),
    doc.VideoElement: lambda element: Piece("picture", _("Video"), _plain(element.title, element.address)),
    doc.QuestionElement: lambda element: Piece(
        "question", _("Question"), (*_plain(element.question), _row(element.answer))
    ),
    doc.ContentsElement: _contents,
    doc.BoxElement: _box,
    doc.FootnotesElement: _footnotes,
}
