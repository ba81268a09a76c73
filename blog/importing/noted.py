"""The footnotes of an article become sources of the site: found again where they are here, added where they are not."""

import re
from collections.abc import Iterable
from html import unescape

from ..models import Source
from ..sources.storing import plan, store
from .document import Footnote

_ADDRESS = re.compile(r'href="(https?://[^"]{1,480})"|(https?://[^\s<>"]{1,480}[^\s<>".,;:)])')
_TITLE = 500


def sources_of(notes: Iterable[Footnote]) -> dict[str, int]:
    """Return the id of the source of each note by its key; what was not here yet is stored.

    What cannot be read as a reference is a source all the same: its words are its title, and the address it names is
    its own. A source that is here is never changed.
    """
    return {note.key: _source(note).pk for note in notes}


def _source(note: Footnote) -> Source:
    pasted = plan(note.text, may_fill=False)
    if len(pasted) == 1 and pasted[0].source is not None:
        if pasted[0].source.pk is None:
            store(pasted)
        return pasted[0].source
    return _by_its_words(note)


def _by_its_words(note: Footnote) -> Source:
    match = _ADDRESS.search(note.html)
    address = unescape(match[1] or match[2]) if match else ""
    title = note.text[:_TITLE]
    known = Source.objects.filter(title=title, doi="", pmid="").order_by("pk").first()
    if known:
        return known
    kind = Source.Type.WEBPAGE if address else Source.Type.DOCUMENT
    return Source.objects.create(type=kind, title=title, url=address, note=note.text[_TITLE:])
