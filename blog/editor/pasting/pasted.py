"""Pasted HTML -> blocks of a body, and what of it is not among them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from products.models import ProductPage
from products.queries import catalogue_names

from ...importing import document as doc
from ...importing.arranging import arrange
from ...importing.body import Places, to_raw
from ...importing.markup import read_markup
from .pictures import Taken

# How much of what was left out is shown of each part.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Pasted:
    """Arranged blocks, and what was left out of them, one line each."""

    blocks: tuple[doc.Block, ...]
    left: tuple[str, ...]


def read_pasted(html: str) -> Pasted:
    """Return the blocks of pasted HTML, by the rules every import goes by. Raises Unreadable."""
    markup = read_markup(html)
    article = doc.SourceArticle(
        # Its title stands in a field of its own already, so that none is looked for.
        source="",
        content_hash="",
        elements=markup.elements,
        title="",
        set_aside=markup.set_aside,
    )
    arranged = arrange(article, [doc.ProductName(*name) for name in catalogue_names()])
    return Pasted((*arranged.blocks, *_notes(arranged.footnotes)), tuple(_left(arranged)))


def stored(blocks: Iterable[doc.Block], pictures: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return blocks in their stored form; pictures that have no id are not among them."""
    products = dict(ProductPage.objects.exclude(handle=None).values_list("handle", "pk"))
    return to_raw(blocks, Places(products=products, pictures=pictures))


def told(pasted: Pasted, taken: Taken) -> list[str]:
    """Return a line for each thing that is not in the blocks, or is to be looked at."""
    return [*taken.said, *pasted.left]


def _notes(notes: Sequence[doc.Footnote]) -> list[doc.Block]:
    """Footnotes stay words: whether they are sources is asked where one cites."""
    items = "".join(f"<li>{note.html}</li>" for note in notes)
    return [doc.Text(f"<ol>{items}</ol>")] if items else []


def _left(arranged: doc.ArrangedArticle) -> list[str]:
    lines = [
        _("“{words}” ({reason})").format(words=_short(a.text), reason=a.reason) for a in arranged.set_aside
    ]
    if arranged.contents:
        words = _short(", ".join(entry.text for entry in arranged.contents))
        lines.append(_("the contents list, which the page makes by itself: {words}").format(words=words))
    return [*lines, *arranged.warnings]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
