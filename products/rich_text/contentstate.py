"""A product mention on its way into the editor and back.

The editor shows the product's name of today in a mention that follows the name. The words stored with it travel
along and are stored again, so that publishing an unchanged text changes nothing. When somebody has changed the
name's letters, the words are theirs from then on.
"""

from typing import Any

from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.contentstate_models import ContentState
from wagtail.admin.rich_text.converters.html_to_contentstate import HandlerState, LinkElementHandler

from qnwellness.content.entities import resolver, reword, text_of, with_text
from qnwellness.content.references import References, resolved_by

from .mention import LINK_TYPE, Mention, Wording
from .status import status

ENTITY = "PRODUCT"


class MentionElementHandler(LinkElementHandler):
    """Turns a stored mention into an entity of the editor."""

    def handle_starttag(self, name: str, attrs: Any, state: HandlerState, contentstate: ContentState) -> None:
        super().handle_starttag(name, attrs, state, contentstate)
        entity = contentstate.entity_map[state.current_entity_ranges[-1].key]
        entity.data = self._data(Mention.read(dict(attrs)), resolver(contentstate))

    def handle_endtag(self, name: str, state: HandlerState, contentstate: ContentState) -> None:
        entity_range = state.current_entity_ranges[-1]
        super().handle_endtag(name, state, contentstate)
        data = contentstate.entity_map[entity_range.key].data
        end = entity_range.offset + entity_range.length
        data["words"] = state.current_block.text[entity_range.offset : end]
        if data["text"] == Wording.NAME and data["name"] and data["name"] != data["words"]:
            reword(state.current_block, entity_range, data["name"])

    @staticmethod
    def _data(mention: Mention | None, found: References) -> dict[str, Any]:
        product = found.one("product", mention.product_id) if mention else None
        with resolved_by(found):
            seen = status(product)
        return {
            "id": mention.product_id if mention else None,
            "text": str(mention.wording if mention else Wording.OWN),
            "name": product.title if product else "",
            "status": str(seen.label),
            "shown": seen.shown,
        }


def mention_link(props: dict[str, Any]) -> Any:
    """Return the link to store for a mention in the editor; one that names no product leaves its words."""
    mention = Mention.read(props)
    children = props["children"]
    if mention is None:
        return children
    if mention.wording is Wording.NAME:
        shown, stored = text_of(children), props.get("words")
        if shown != (props.get("name") or stored):
            mention = Mention(mention.product_id, Wording.OWN)
        elif isinstance(stored, str) and stored not in ("", shown):
            children = with_text(children, stored)
    return DOM.create_element("a", mention.attributes(), children)


CONTENTSTATE_RULE = {
    "from_database_format": {f'a[linktype="{LINK_TYPE}"]': MentionElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: mention_link}},
}
