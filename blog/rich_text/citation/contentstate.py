"""A citation on its way into the editor and back. Its words are stored as they were shown when it was made."""

from typing import Any

from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.contentstate_models import ContentState
from wagtail.admin.rich_text.converters.html_to_contentstate import HandlerState, LinkElementHandler

from qnwellness.content.entities import resolver

from .stored import LINK_TYPE, read, stored

ENTITY = "SOURCE"


class CitationElementHandler(LinkElementHandler):
    """Turns a stored citation into an entity of the editor; one that cannot be written into."""

    mutability = "IMMUTABLE"

    def handle_starttag(self, name: str, attrs: Any, state: HandlerState, contentstate: ContentState) -> None:
        super().handle_starttag(name, attrs, state, contentstate)
        entity = contentstate.entity_map[state.current_entity_ranges[-1].key]
        pk = read(dict(attrs))
        source = resolver(contentstate).one(LINK_TYPE, pk) if pk is not None else None
        entity.data = {"id": pk, "title": str(source) if source else ""}


def citation_link(props: dict[str, Any]) -> Any:
    """Return the link to store for a citation in the editor; one that names no source leaves its words."""
    pk = read(props)
    return props["children"] if pk is None else DOM.create_element("a", stored(pk), props["children"])


CONTENTSTATE_RULE = {
    "from_database_format": {f'a[linktype="{LINK_TYPE}"]': CitationElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: citation_link}},
}
