"""A fact on its way into the editor and back.

The editor shows the figure of today, and nobody can write into it. The words stored with it travel along and are stored
again, so that publishing an unchanged text changes nothing.
"""

from typing import Any

from django.urls import reverse
from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.contentstate_models import ContentState
from wagtail.admin.rich_text.converters.html_to_contentstate import HandlerState, LinkElementHandler

from qnwellness.content.entities import resolver, reword, text_of, with_text

from .stored import LINK_TYPE, read, stored

ENTITY = "FACT"


class FactElementHandler(LinkElementHandler):
    """Turns a stored fact into an entity of the editor; one that cannot be written into."""

    mutability = "IMMUTABLE"

    def handle_starttag(self, name: str, attrs: Any, state: HandlerState, contentstate: ContentState) -> None:
        super().handle_starttag(name, attrs, state, contentstate)
        entity = contentstate.entity_map[state.current_entity_ranges[-1].key]
        pk = read(dict(attrs))
        fact = resolver(contentstate).one(LINK_TYPE, pk) if pk is not None else None
        entity.data = {"id": pk, **shown(fact)}

    def handle_endtag(self, name: str, state: HandlerState, contentstate: ContentState) -> None:
        entity_range = state.current_entity_ranges[-1]
        super().handle_endtag(name, state, contentstate)
        data = contentstate.entity_map[entity_range.key].data
        end = entity_range.offset + entity_range.length
        data["words"] = state.current_block.text[entity_range.offset : end]
        if data["text"] and data["text"] != data["words"]:
            reword(state.current_block, entity_range, data["text"])


def shown(fact: Any | None) -> dict[str, Any]:
    """Return what the editor's script shows of a fact; empty texts for one that is gone."""
    if fact is None:
        return {"text": "", "statement": "", "overdue": False, "edit": ""}
    return {
        "text": fact.readers_text,
        "statement": fact.statement,
        "overdue": fact.is_overdue(),
        "edit": reverse("wagtailsnippets_blog_fact:edit", args=[fact.pk]),
    }


def fact_link(props: dict[str, Any]) -> Any:
    """Return the link to store for a fact in the editor; one that names no fact leaves its words."""
    pk, children = read(props), props["children"]
    if pk is None:
        return children
    figure, words = props.get("text"), props.get("words")
    if isinstance(figure, str) and figure:
        wanted = words if text_of(children) == figure and isinstance(words, str) and words else figure
        # Half a figure that was pasted is the whole figure to readers too.
        children = children if text_of(children) == wanted else with_text(children, wanted)
    return DOM.create_element("a", stored(pk), children)


CONTENTSTATE_RULE = {
    "from_database_format": {f'a[linktype="{LINK_TYPE}"]': FactElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: fact_link}},
}
