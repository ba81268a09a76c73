"""A product mention on its way into the editor and back.

The editor shows the product's name of today in a mention that follows the name. The words stored with it travel
along and are stored again, so that publishing an unchanged text changes nothing. When somebody has changed the
name's letters, the words are theirs from then on.
"""

from typing import Any

from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.contentstate_models import Block, ContentState, EntityRange
from wagtail.admin.rich_text.converters.html_to_contentstate import HandlerState, LinkElementHandler

from qnwellness.content import references

from .mention import LINK_TYPE, Mention, Wording
from .status import status

ENTITY = "PRODUCT"


class MentionElementHandler(LinkElementHandler):
    """Turns a stored mention into an entity of the editor."""

    def handle_starttag(self, name: str, attrs: Any, state: HandlerState, contentstate: ContentState) -> None:
        super().handle_starttag(name, attrs, state, contentstate)
        entity = contentstate.entity_map[state.current_entity_ranges[-1].key]
        entity.data = self._data(Mention.read(dict(attrs)), _resolver(contentstate))

    def handle_endtag(self, name: str, state: HandlerState, contentstate: ContentState) -> None:
        entity_range = state.current_entity_ranges[-1]
        super().handle_endtag(name, state, contentstate)
        data = contentstate.entity_map[entity_range.key].data
        end = entity_range.offset + entity_range.length
        data["words"] = state.current_block.text[entity_range.offset : end]
        if data["text"] == Wording.NAME and data["name"] and data["name"] != data["words"]:
            _reword(state.current_block, entity_range, data["name"])

    @staticmethod
    def _data(mention: Mention | None, resolver: references.References) -> dict[str, Any]:
        product = resolver.one("product", mention.product_id) if mention else None
        found = status(product, resolver.restricted_paths if product else ())
        return {
            "id": mention.product_id if mention else None,
            "text": str(mention.wording if mention else Wording.OWN),
            "name": product.title if product else "",
            "status": str(found.label),
            "shown": found.shown,
        }


def mention_link(props: dict[str, Any]) -> Any:
    """Return the link to store for a mention in the editor; one that names no product leaves its words."""
    mention = Mention.read(props)
    children = props["children"]
    if mention is None:
        return children
    if mention.wording is Wording.NAME:
        shown, stored = _text(children), props.get("words")
        if shown != (props.get("name") or stored):
            mention = Mention(mention.product_id, Wording.OWN)
        elif isinstance(stored, str) and stored not in ("", shown):
            children = _with_text(children, stored)
    return DOM.create_element("a", mention.attributes(), children)


CONTENTSTATE_RULE = {
    "from_database_format": {f'a[linktype="{LINK_TYPE}"]': MentionElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: mention_link}},
}


def _resolver(contentstate: ContentState) -> references.References:
    """Return the resolver of the page, or else one for this text."""
    if references.is_rendering():
        return references.current()
    if not hasattr(contentstate, "references"):
        contentstate.references = references.References()
    return contentstate.references


def _reword(block: Block, entity_range: EntityRange, name: str) -> None:
    """Put the name in place of the last words of a block; styles that held all of them hold the name."""
    start, length = entity_range.offset, entity_range.length
    block.text = block.text[:start] + name
    entity_range.length = len(name)
    kept = []
    for style in block.inline_style_ranges:
        is_within = style.length is not None and style.offset >= start
        if is_within and (style.offset, style.length) == (start, length):
            style.length = len(name)
        elif is_within:
            continue
        kept.append(style)
    block.inline_style_ranges = kept


def _text(node: Any) -> str:
    """Return the text of a rendered node."""
    if isinstance(node, str):
        return node
    return "\n" if node.type == "br" else "".join(_text(child) for child in node.children)


def _with_text(node: Any, text: str) -> Any:
    """Return a node with other words, inside the elements that held all of the old ones."""
    if isinstance(node, str) or len(node.children) != 1:
        return text
    return DOM.create_element(node.type, node.attr or {}, _with_text(node.children[0], text))
