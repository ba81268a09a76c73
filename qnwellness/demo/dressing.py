"""What an editor adds to the body of an imported article: key points, citations, notes, callouts and more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import uuid4

from blog.models import ArticlePage, Fact, Source

from .facts import state
from .infographics import add_panel, infographic
from .refusals import DressingError

Raw = dict[str, Any]
Wishes = Mapping[str, Any]


@dataclass(frozen=True)
class Shelf:
    """What an editor can choose from: products by handle, sources by DOI or address, facts by their key."""

    products: Mapping[str, int]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]

    def citation(self, key: str | None) -> str:
        """Return a stored citation of the source with this DOI or address; nothing without a key."""
        if not key:
            return ""
        source = self.sources[key]
        return f'<a id="{source.pk}" linktype="source">{escape(source.label)}</a>'


def dressed_body(article: ArticlePage, wishes: Wishes, shelf: Shelf) -> Any:
    """Return the article's body with everything wished for in its place.

    Raises DressingError when a wish names a heading, a panel or words that are not there exactly once.
    """
    body = list(article.body.raw_data)
    for wish in wishes.get("citations", []):
        _cite(body, wish["after"], shelf.citation(wish["source"]))
    for wish in wishes.get("panels", []):
        panel = _panel(body, wish["title"])
        panel["citations"] = [_item("item", shelf.sources[key].pk) for key in wish["sources"]]
    for wish in wishes.get("added_panels", []):
        add_panel(body, wish, shelf.facts, shelf.sources)
    for kind, write in _WRITERS.items():
        for wish in wishes.get(f"{kind}s", []):
            body.insert(_end_of_section(body, wish["after_heading"]), _item(kind, write(wish, shelf)))
    if points := wishes.get("key_points"):
        body.insert(0, _item("key_points", _key_points(points, wishes.get("key_point_sources", []), shelf)))
    for wish in wishes.get("facts", []):
        state(body, wish, shelf.facts[wish["fact"]])
    return article.body.stream_block.to_python(body)


def _note(wish: Wishes, shelf: Shelf) -> Raw:
    return {"kind": wish["kind"], "title": wish["title"], "text": f"<p>{wish['text']}</p>"}


def _question(wish: Wishes, shelf: Shelf) -> Raw:
    return {"question": wish["question"], "answer": f"<p>{wish['answer']}</p>"}


def _table(wish: Wishes, shelf: Shelf) -> Raw:
    table = {
        "caption": wish["caption"],
        "columns": [{"type": "rich_text", "heading": heading} for heading in wish["columns"]],
        "rows": [{"values": [f"<p>{escape(cell)}</p>" for cell in row]} for row in wish["rows"]],
    }
    return {"table": table, "first_column_is_header": True}


def _infographic(wish: Wishes, shelf: Shelf) -> Raw:
    return infographic(wish, shelf.facts, shelf.sources)


def _callout(wish: Wishes, shelf: Shelf) -> Raw:
    return {"product": shelf.products[wish["product"]], "reason": wish["reason"]}


def _key_points(points: list[str], keys: list[str | None], shelf: Shelf) -> Raw:
    cited = [*keys, *[None] * (len(points) - len(keys))]
    texts = [f"<p>{point}{shelf.citation(key)}</p>" for point, key in zip(points, cited, strict=True)]
    return {"points": [_item("item", text) for text in texts]}


# In the order in which they stand at the end of a section.
_WRITERS: dict[str, Callable[[Wishes, Shelf], Raw]] = {
    "infographic": _infographic,
    "table": _table,
    "note": _note,
    "question": _question,
    "product_callout": _callout,
}


def _cite(body: list[Raw], words: str, citation: str) -> None:
    """Put a citation behind the words."""
    holders = [item for item in body if item["type"] == "text" and words in item["value"]]
    if len(holders) != 1 or holders[0]["value"].count(words) != 1:
        raise DressingError(f"“{words}” should stand in one text, once; it stands in {len(holders)}")
    holders[0]["value"] = holders[0]["value"].replace(words, words + citation)


def _panel(body: list[Raw], title: str) -> Raw:
    """Return the stored value of the panel with this title."""
    panels = (panel for item in body if item["type"] == "infographic" for panel in item["value"]["panels"])
    for panel in panels:
        if panel["value"]["title"] == title:
            return panel["value"]
    raise DressingError(f"no infographic has a panel “{title}”")


def _end_of_section(body: list[Raw], heading: str) -> int:
    """Return where the section under a heading ends."""
    starts = [
        n for n, item in enumerate(body) if item["type"] == "heading" and item["value"]["text"] == heading
    ]
    if not starts:
        raise DressingError(f"the article has no heading “{heading}”")
    later = (n for n, item in enumerate(body) if n > starts[0] and item["type"] == "heading")
    return next(later, len(body))


def _item(kind: str, value: Any) -> Raw:
    # Without an id Wagtail takes a list's item for a bare value.
    return {"type": kind, "value": value, "id": str(uuid4())}
