"""Blocks that fit the fields of this site: what is too long for one stands beside it as text, and nothing is cut.

The lengths are those of `blog.blocks`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from django.utils.translation import gettext as _

from qnwellness.content.video import parse_video

from . import document as doc

_HEADING, _LABEL, _CAPTION, _ATTRIBUTION, _QUESTION, _VIDEO = 200, 120, 400, 200, 200, 160


def fitted(blocks: Iterable[doc.Block]) -> Iterator[doc.Block]:
    """Yield blocks as they can be stored."""
    for block in blocks:
        match block:
            case doc.Heading():
                yield from _heading(block)
            case doc.Picture() if len(block.caption) > _CAPTION:
                yield from (replace(block, caption=""), _text(block.caption))
            case doc.Quote() if len(block.attribution) > _ATTRIBUTION:
                yield from (replace(block, attribution=""), _text(block.attribution))
            case doc.Question() if len(block.question) > _QUESTION or not block.answer.strip():
                yield doc.Text(f"<p><strong>{escape(block.question, quote=False)}</strong></p>{block.answer}")
            case doc.Video():
                yield from _video(block)
            case _:
                yield block


def _heading(block: doc.Heading) -> Iterator[doc.Block]:
    if len(block.text) > _HEADING:
        yield doc.Text(f"<p><strong>{escape(block.text, quote=False)}</strong></p>")
    elif len(block.label) > _LABEL:
        yield replace(block, label="")
    else:
        yield block


def _video(block: doc.Video) -> Iterator[doc.Block]:
    if not parse_video(block.address):
        words = escape(block.title or block.address, quote=False)
        yield doc.Text(f'<p><a href="{escape(block.address)}">{words}</a></p>')
    elif len(block.title) > _VIDEO:
        yield from (replace(block, title=_("Video")), _text(block.title))
    else:
        yield replace(block, title=block.title or _("Video"))


def _text(words: str) -> doc.Text:
    return doc.Text(f"<p>{escape(words, quote=False)}</p>")
