"""What entities of the rich text editor have in common that show words of today.

Such an entity follows the thing it refers to: the editor shows its name or figure as it is now. The words stored with
it travel along and are stored again, so that saving an unchanged text changes nothing.
"""

from typing import Any

from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.contentstate_models import Block, ContentState, EntityRange

from . import references


def resolver(contentstate: ContentState) -> references.References:
    """Return the resolver of the page, or else one for this text."""
    if references.is_rendering():
        return references.current()
    if not hasattr(contentstate, "references"):
        contentstate.references = references.References()
    return contentstate.references


def reword(block: Block, entity_range: EntityRange, words: str) -> None:
    """Put other words in place of the last words of a block; styles that held all of them hold the new ones."""
    start, length = entity_range.offset, entity_range.length
    block.text = block.text[:start] + words
    entity_range.length = len(words)
    kept = []
    for style in block.inline_style_ranges:
        is_within = style.length is not None and style.offset >= start
        if is_within and (style.offset, style.length) == (start, length):
            style.length = len(words)
        elif is_within:
            continue
        kept.append(style)
    block.inline_style_ranges = kept


def text_of(node: Any) -> str:
    """Return the text of a rendered node."""
    if isinstance(node, str):
        return node
    return "\n" if node.type == "br" else "".join(text_of(child) for child in node.children)


def with_text(node: Any, text: str) -> Any:
    """Return a node with other words, inside the elements that held all of the old ones."""
    if isinstance(node, str) or len(node.children) != 1:
        return text
    return DOM.create_element(node.type, node.attr or {}, with_text(node.children[0], text))
