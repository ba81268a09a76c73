"""Infographics and panels that the demo's plain texts cannot hold."""

from collections.abc import Mapping
from typing import Any

from blog.blocks.infographic import InfographicBlock
from blog.models import Fact, Source

from .refusals import DressingError

Raw = dict[str, Any]
Wishes = Mapping[str, Any]


def infographic(wish: Wishes, facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> Raw:
    """Return the stored value of an infographic as it is described: panels as objects with a `type`."""
    panels = [(panel["type"], _panel(panel, facts, sources)) for panel in wish["panels"]]
    head = {name: wish.get(name, "") for name in ("title", "subtitle", "lead")}
    block = InfographicBlock()
    return block.get_prep_value(block.normalize({**head, "panels": panels}))


def add_panel(
    body: list[Raw], wish: Wishes, facts: Mapping[str, Fact], sources: Mapping[str, Source]
) -> None:
    """Put a panel behind the one with the title `wish["after_panel"]`. Raises DressingError if there is none."""
    made = infographic({"title": "-", "panels": [wish]}, facts, sources)["panels"][0]
    for item in body:
        panels = item["value"]["panels"] if item["type"] == "infographic" else []
        for place, panel in enumerate(panels):
            if panel["value"]["title"] == wish["after_panel"]:
                panels.insert(place + 1, made)
                return
    raise DressingError(f"no infographic has a panel “{wish['after_panel']}”")


def _panel(panel: Wishes, facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> Raw:
    value = {name: said for name, said in panel.items() if name not in {"type", "after_panel"}}
    if "citations" in value:
        value["citations"] = [sources[key] for key in value["citations"]]
    if "bars" in value:
        value["bars"] = [{**bar, "fact": facts[bar["fact"]]} for bar in value["bars"]]
    return value
